namespace SessionState.Engine.Pages;

internal ref partial struct CodeTokens
{
    private void SkipLine()
    {
        var length = _code[_at..].IndexOfAny('\r', '\n');
        _at = length < 0 ? _code.Length : _at + length;
    }

    private void SkipBlockComment()
    {
        var length = _code[_at..].IndexOf("*/");
        InComment = length < 0;
        _at = length < 0 ? _code.Length : _at + length + 2;
    }

    /// <summary>A string in which a doubled quote stands for one.</summary>
    private void SkipDoubled(bool stopAtLine)
    {
        for (_at++; _at < _code.Length; _at++)
        {
            if (_code[_at] == '"')
            {
                if (Peek(1) != '"')
                {
                    _at++;
                    return;
                }

                _at++;
            }
            else if (stopAtLine && _code[_at] is '\r' or '\n')
            {
                return;
            }
        }
    }

    /// <summary>A string in which a backslash takes the meaning from what follows. It ends with its line at the latest.</summary>
    private void SkipEscaped(char quote)
    {
        for (_at++; _at < _code.Length && _code[_at] is not ('\r' or '\n'); _at++)
        {
            if (_code[_at] == quote)
            {
                _at++;
                return;
            }

            if (_code[_at] == '\\' && Peek(1) is not ('\r' or '\n'))
            {
                _at++;
            }
        }

        _at = Math.Min(_at, _code.Length);
    }

    /// <summary>A regular expression, whose quotes open no strings.</summary>
    private void SkipPattern()
    {
        var inClass = false;
        for (_at++; _at < _code.Length && _code[_at] is not ('\r' or '\n'); _at++)
        {
            switch (_code[_at])
            {
                case '/' when !inClass:
                    _at++;
                    return;
                case '[' or ']':
                    inClass = _code[_at] == '[';
                    break;
                case '\\':
                    _at++;
                    break;
            }
        }

        _at = Math.Min(_at, _code.Length);
    }

    private bool SkipCSharpString()
    {
        var isVerbatim = _code[_at] == '@' || Peek(1) == '@';
        var quote = Peek(1) == '"' ? 1 : Peek(1) is '@' or '$' && Peek(2) == '"' ? 2 : 0;
        if (quote == 0)
        {
            return false;
        }

        var isInterpolated = _code[_at] == '$' || quote == 2;
        _at += quote;
        if (isInterpolated && _hole == 0)
        {
            _at++;
            _holeIsVerbatim = isVerbatim;
            SkipToHole();
        }
        else if (isVerbatim)
        {
            SkipDoubled(stopAtLine: false);
        }
        else
        {
            SkipEscaped('"');
        }

        return true;
    }

    /// <summary>Goes to the next code in an interpolated string, or beyond its end.</summary>
    private void SkipToHole()
    {
        for (; _at < _code.Length; _at++)
        {
            switch (_code[_at])
            {
                case '"' when !_holeIsVerbatim || Peek(1) != '"':
                    _at++;
                    return;
                case '\r' or '\n' when !_holeIsVerbatim:
                    return;
                case '{' when Peek(1) != '{':
                    _at++;
                    _hole = 1;
                    return;
                case '"' or '{':
                case '\\' when !_holeIsVerbatim:
                    _at++;
                    break;
            }
        }

        _at = Math.Min(_at, _code.Length);
    }

    private void Nest(char brace)
    {
        _hole += brace == '{' ? 1 : -1;
        if (_hole == 0)
        {
            SkipToHole();
        }
    }
}
