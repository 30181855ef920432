using System.Buffers;

namespace SessionState.Engine.Pages;

/// <summary>Reads the words and attributes of a directive or tag, as forgiving as ASP: quotes are optional, blanks may surround the sign.</summary>
internal ref struct TagAttributes(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\f\v");

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public ReadOnlySpan<char> Name { get; private set; }

    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>False for a bare word, such as <c>Page</c>.</summary>
    public bool HasValue { get; private set; }

    /// <summary>Where the name starts.</summary>
    public int At { get; private set; }

    public bool Next()
    {
        while (_at < _text.Length && !IsNamePart(_text[_at]))
        {
            _at++;
        }

        At = _at;
        while (_at < _text.Length && IsNamePart(_text[_at]))
        {
            _at++;
        }

        Name = _text[At.._at];
        SkipBlanks();
        HasValue = _at < _text.Length && _text[_at] == '=';
        Value = HasValue ? ReadValue() : [];
        return !Name.IsEmpty;
    }

    public readonly bool NameIs(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public readonly bool ValueIs(string value) => Value.Equals(value, StringComparison.OrdinalIgnoreCase);

    private ReadOnlySpan<char> ReadValue()
    {
        _at++;
        SkipBlanks();
        var rest = _text[_at..];
        if (rest.IsEmpty)
        {
            return rest;
        }

        var quoted = rest[0] is '"' or '\'';
        var value = quoted ? rest[1..] : rest;
        var end = quoted ? value.IndexOf(rest[0]) : value.IndexOfAny(Blanks);
        value = end < 0 ? value : value[..end];
        _at = Math.Min(_text.Length, _at + value.Length + (quoted ? 2 : 0));
        return value.Trim();
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private static bool IsNamePart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or ':' or '-';
}
