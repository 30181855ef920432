namespace SessionState.Engine.Pages;

/// <summary>
/// Walks over a page once and stops at what the server runs or reads. A page's own comments (<c>&lt;%-- --%&gt;</c>) are passed over; HTML
/// comments are not, because the server runs what is in them.
/// </summary>
internal ref struct PageRegions(ReadOnlySpan<char> text, PageKind kind)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public PageRegion Kind { get; private set; }

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>What the script tag's <c>language</c> says; empty for nothing.</summary>
    public ReadOnlySpan<char> Language { get; private set; }

    public readonly ReadOnlySpan<char> Content => _text[Start..End];

    public bool Next()
    {
        Language = [];
        if (kind == PageKind.AspNetCode || (kind == PageKind.AspNetHandler && _at > 0))
        {
            return _at < _text.Length && Stop(PageRegion.Code, _at, _text.Length, _text.Length);
        }

        for (int found; (found = _text[_at..].IndexOf('<')) >= 0;)
        {
            _at += found;
            if (IsAt("<%--"))
            {
                var end = _text[_at..].IndexOf("--%>");
                _at = end < 0 ? _text.Length : _at + end + "--%>".Length;
            }
            else if (IsAt("<%") ? Block() : TagAt())
            {
                return true;
            }
        }

        _at = _text.Length;
        return false;
    }

    private bool Block()
    {
        var start = _at + 2;
        var length = _text[start..].IndexOf("%>");
        var (end, next) = length < 0 ? (_text.Length, _text.Length) : (start + length, start + length + 2);
        var inside = _text[start..end];
        var blanks = inside.Length - inside.TrimStart().Length;
        return (inside.Length > blanks ? inside[blanks] : ' ') switch
        {
            '@' => Stop(PageRegion.Directive, start + blanks + 1, end, next),
            '=' or ':' or '#' => Stop(PageRegion.Expression, start + blanks + 1, end, next),
            // An expression builder names a resource or connection string; it is no code.
            '$' => Pass(next),
            _ => Stop(PageRegion.Code, start, end, next),
        };
    }

    private bool TagAt() =>
        IsTag("<script") ? Script()
        : IsTag("<object") ? SessionObject()
        : IsTag("<asp:SessionParameter") ? Stop(PageRegion.SessionTag, _at, _at, _at + 1)
        : Pass(_at + 1);

    private bool Script()
    {
        if (!IsOnServer("<script".Length, out var next, out var language, out _))
        {
            return Pass(next);
        }

        var length = _text[next..].IndexOf("</script", StringComparison.OrdinalIgnoreCase);
        var end = length < 0 ? _text.Length : next + length;
        Language = language;
        return Stop(PageRegion.Script, next, end, end);
    }

    private bool SessionObject() => IsOnServer("<object".Length, out var next, out _, out var scope)
        && scope.Equals("session", StringComparison.OrdinalIgnoreCase)
        ? Stop(PageRegion.SessionTag, _at, _at, next)
        : Pass(next);

    // A tag with another "<" in it is none that the server would run, and looking no further keeps this linear.
    private readonly bool IsOnServer(int name, out int next, out ReadOnlySpan<char> language, out ReadOnlySpan<char> scope)
    {
        var start = _at + name;
        var length = _text[start..].IndexOfAny('<', '>');
        language = scope = [];
        next = start;
        if (length < 0 || _text[start + length] == '<')
        {
            return false;
        }

        next = start + length + 1;
        var isOnServer = false;
        for (var attributes = new TagAttributes(_text.Slice(start, length)); attributes.Next();)
        {
            isOnServer |= attributes.NameIs("runat") && attributes.ValueIs("server");
            language = attributes.NameIs("language") ? attributes.Value : language;
            scope = attributes.NameIs("scope") ? attributes.Value : scope;
        }

        return isOnServer;
    }

    private bool Stop(PageRegion region, int start, int end, int next)
    {
        (Kind, Start, End, _at) = (region, start, end, next);
        return true;
    }

    private bool Pass(int next)
    {
        _at = next;
        return false;
    }

    private readonly bool IsAt(string start) => _text[_at..].StartsWith(start);

    private readonly bool IsTag(string start)
    {
        var rest = _text[_at..];
        return rest.StartsWith(start, StringComparison.OrdinalIgnoreCase)
            && (rest.Length == start.Length || !char.IsLetterOrDigit(rest[start.Length]));
    }
}
