namespace SessionState.Engine.Pages;

/// <summary>Decides what the word "Session" stands for.</summary>
internal static class SessionJudge
{
    /// <summary>Whether the page makes something of its own by that name: then none of its uses is of the Session object.</summary>
    internal static bool IsDeclared(in CodeTokens tokens, in TokenBefore before, CodeLanguage language) =>
        language != CodeLanguage.CSharp
        && (SessionWords.Declarations.Contains(before.Word) || (before.IsWord("set") && tokens.Following is ['=', ..]));

    internal static bool IsUse(in CodeTokens tokens, in TokenBefore before, CodeLanguage language)
    {
        var following = tokens.Following;
        if (before.Sign == '.')
        {
            return SessionWords.Owners.Contains(before.Owner) || (before.IsOfExpression && following is ['[', ..]);
        }

        return !IsTypeOrDeclaration(before, language) && following switch
        {
            ['(', ..] => language != CodeLanguage.CSharp,
            ['[' or '.', ..] or ['?', '.' or '[', ..] => true,
            [')' or ']' or ',' or ';', ..] or ['!' or '=', '=', ..] or ['<', '>', ..] => true,
            [] => true,
            ['\r' or '\n' or ':', ..] => language == CodeLanguage.Basic,
            _ => language == CodeLanguage.Basic && following.StartsWith("is ", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static bool IsTypeOrDeclaration(in TokenBefore before, CodeLanguage language) => !before.Word.IsEmpty
        && (language == CodeLanguage.CSharp
            ? !SessionWords.BeforeValues.Contains(before.Word)
            : SessionWords.Declarations.Contains(before.Word) || SessionWords.BeforeTypes.Contains(before.Word));
}
