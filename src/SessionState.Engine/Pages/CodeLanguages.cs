namespace SessionState.Engine.Pages;

/// <summary>Finds out in which language a page is written.</summary>
internal static class CodeLanguages
{
    /// <summary>The language that a <c>Language</c> attribute names; null for none and for one that we do not know.</summary>
    internal static CodeLanguage? Named(ReadOnlySpan<char> name) =>
        Is(name, "vbscript") || Is(name, "vb") || Is(name, "vbs") || Is(name, "visualbasic") ? CodeLanguage.Basic
        : Is(name, "c#") || Is(name, "cs") || Is(name, "csharp") ? CodeLanguage.CSharp
        : Is(name, "jscript") || Is(name, "javascript") || Is(name, "js") ? CodeLanguage.JScript
        : null;

    /// <summary>
    /// The language of a page that names none. What holds then stands in files that we may not have, so the code itself decides: Basic,
    /// unless most lines of it end as no line of Basic does.
    /// </summary>
    internal static CodeLanguage Guess(ReadOnlySpan<char> text, PageKind kind)
    {
        var (lines, curly) = (0, 0);
        for (var regions = new PageRegions(text, kind); regions.Next();)
        {
            if (regions.Kind is PageRegion.Code or PageRegion.Script)
            {
                foreach (var line in regions.Content.EnumerateLines())
                {
                    var words = line.TrimEnd();
                    lines += words.IsEmpty ? 0 : 1;
                    curly += words is [.., ';' or '{' or '}'] ? 1 : 0;
                }
            }
        }

        return curly * 2 <= lines ? CodeLanguage.Basic
            : kind is PageKind.Asp or PageKind.AspInclude or PageKind.AspGlobal ? CodeLanguage.JScript
            : CodeLanguage.CSharp;
    }

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
