namespace SessionState.Engine.Pages;

/// <summary>What stood before a word.</summary>
internal ref struct TokenBefore
{
    /// <summary>The last word, also where signs follow it.</summary>
    private ReadOnlySpan<char> _word;

    /// <summary>Before <c>Session</c> in <c>Context.Session</c>: "Context". Empty where it is no word.</summary>
    internal ReadOnlySpan<char> Owner { get; private set; }

    /// <summary>The sign; NUL where it was a word, or where nothing stood there.</summary>
    internal char Sign { get; private set; }

    /// <summary>The word just before; empty where that was a sign.</summary>
    internal readonly ReadOnlySpan<char> Word => Sign == '\0' ? _word : [];

    /// <summary>True for <c>).Session</c>: the session of some expression.</summary>
    internal bool IsOfExpression { get; private set; }

    internal readonly bool IsWord(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Word.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    internal void Move(in CodeTokens tokens)
    {
        if (!tokens.Word.IsEmpty)
        {
            _word = tokens.Word;
            Sign = '\0';
            return;
        }

        if (tokens.Sign == '.')
        {
            Owner = Sign is '\0' or '?' ? _word : [];
            IsOfExpression = Sign is ')';
        }

        Sign = tokens.Sign;
    }
}
