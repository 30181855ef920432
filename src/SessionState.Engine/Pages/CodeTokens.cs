namespace SessionState.Engine.Pages;

/// <summary>Walks over code word by word and sign by sign; comments and what is in strings are passed over.</summary>
internal ref partial struct CodeTokens(ReadOnlySpan<char> code, CodeLanguage language, bool inComment)
{
    private readonly ReadOnlySpan<char> _code = code;
    private int _at;
    private bool _mayBeExpression = true;

    // Inside the code of an interpolated string ($"{…}"): how many braces are open. A string in it that is interpolated too counts as plain.
    private int _hole;
    private bool _holeIsVerbatim;

    /// <summary>True while a comment that began with <c>/*</c> goes on, maybe into the page's next block.</summary>
    public bool InComment { get; private set; } = inComment;

    /// <summary>The word; empty where it is a sign.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    /// <summary>The sign; <c>"</c> for a string, a line feed for the end of a line of Basic.</summary>
    public char Sign { get; private set; }

    /// <summary>Where it starts.</summary>
    public int At { get; private set; }

    /// <summary>The code after it, without blanks; in Basic without those of this line only.</summary>
    public readonly ReadOnlySpan<char> Following => language == CodeLanguage.Basic ? _code[_at..].TrimStart(" \t") : _code[_at..].TrimStart();

    public bool Next()
    {
        while (_at < _code.Length)
        {
            At = _at;
            if (InComment)
            {
                SkipBlockComment();
            }
            else if (IsWordPart(_code[_at]))
            {
                if (ReadWord())
                {
                    return true;
                }
            }
            else if (ReadSign(_code[_at]))
            {
                _mayBeExpression = Sign is not (')' or ']' or '"');
                return true;
            }
        }

        return false;
    }

    private bool ReadWord()
    {
        while (_at < _code.Length && IsWordPart(_code[_at]))
        {
            _at++;
        }

        Word = _code[At.._at];
        _mayBeExpression = Word is "return";
        if (language != CodeLanguage.Basic || Sign == '.' || !Word.Equals("rem", StringComparison.OrdinalIgnoreCase))
        {
            Sign = '\0';
            return true;
        }

        SkipLine();
        return false;
    }

    private bool ReadSign(char sign)
    {
        Word = [];
        if (sign is '\n' or '\r')
        {
            _at++;
            Sign = '\n';
            return language == CodeLanguage.Basic;
        }

        if (char.IsWhiteSpace(sign))
        {
            _at++;
            return false;
        }

        if (IsCommentOrString(sign, out var isString))
        {
            Sign = isString ? '"' : Sign;
            return isString;
        }

        _at++;
        Sign = sign;
        if (_hole > 0 && sign is '{' or '}')
        {
            Nest(sign);
        }

        return true;
    }

    private bool IsCommentOrString(char sign, out bool isString)
    {
        if (language == CodeLanguage.Basic)
        {
            isString = sign == '"';
            if (isString)
            {
                SkipDoubled(stopAtLine: true);
            }
            else if (sign == '\'')
            {
                SkipLine();
            }

            return sign is '"' or '\'';
        }

        isString = false;
        switch (sign)
        {
            case '/' when Peek(1) == '/':
                SkipLine();
                return true;
            case '/' when Peek(1) == '*':
                _at += 2;
                InComment = true;
                return true;
            case '/' when language == CodeLanguage.JScript && _mayBeExpression:
                SkipPattern();
                break;
            case '"' or '\'':
                SkipEscaped(sign);
                break;
            case '@' or '$' when language == CodeLanguage.CSharp && SkipCSharpString():
                break;
            default:
                return false;
        }

        isString = true;
        return true;
    }

    private readonly char Peek(int distance) => _at + distance < _code.Length ? _code[_at + distance] : '\0';

    private static bool IsWordPart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or >= '\u0080';
}
