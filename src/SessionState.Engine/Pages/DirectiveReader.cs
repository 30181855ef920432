namespace SessionState.Engine.Pages;

/// <summary>
/// Reads a page's directives. In classic ASP the first one rules, wherever it stands and whatever is in it; in ASP.NET the first
/// <c>Page</c> directive, which is also one without a name.
/// </summary>
internal sealed class DirectiveReader(PageKind kind, LineCounter lines)
{
    private const int LongestValue = 40;

    private bool _isFound;

    internal PageDirective? SessionState { get; private set; }

    internal CodeLanguage? Language { get; private set; }

    internal void Read(ReadOnlySpan<char> directive, int start)
    {
        var isMain = IsMain(directive);
        for (var attributes = new TagAttributes(directive); attributes.Next();)
        {
            if (attributes.NameIs("language") && attributes.HasValue)
            {
                Language ??= CodeLanguages.Named(attributes.Value);
            }
            else if (isMain && attributes.NameIs("EnableSessionState") && attributes.HasValue)
            {
                SessionState ??= new PageDirective(ValueOf(attributes.Value), Shorten(attributes.Value), lines.LineOf(start + attributes.At));
            }
        }

        _isFound |= isMain;
    }

    private bool IsMain(ReadOnlySpan<char> directive)
    {
        var attributes = new TagAttributes(directive);
        return !_isFound && kind switch
        {
            PageKind.Asp or PageKind.AspInclude => true,
            PageKind.AspNetPage => attributes.Next() && (attributes.HasValue || attributes.NameIs("page")),
            // Only pages have this attribute; their parts do as the page does.
            _ => false,
        };
    }

    private DirectiveValue ValueOf(ReadOnlySpan<char> value) =>
        value.Equals("false", StringComparison.OrdinalIgnoreCase) ? DirectiveValue.Off
        : value.Equals("true", StringComparison.OrdinalIgnoreCase) ? DirectiveValue.On
        : kind == PageKind.AspNetPage && value.Equals("readonly", StringComparison.OrdinalIgnoreCase) ? DirectiveValue.ReadOnly
        : DirectiveValue.Invalid;

    private static string Shorten(ReadOnlySpan<char> value) => (value.Length > LongestValue ? value[..LongestValue] : value).ToString();
}
