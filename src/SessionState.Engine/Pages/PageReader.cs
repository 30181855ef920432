namespace SessionState.Engine.Pages;

/// <summary>
/// Reads what a page of classic ASP or ASP.NET says about session state (its <c>EnableSessionState</c> directive) and where it uses the
/// Session object. Sources: "@ENABLESESSIONSTATE" and "Session Object" in Microsoft's ASP reference, "@ Page" in the ASP.NET one.
/// </summary>
public static class PageReader
{
    /// <summary>The largest file that should be read, in bytes.</summary>
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>What a file is by its name; null for one that cannot use the session.</summary>
    public static PageKind? KindOf(ReadOnlySpan<char> fileName) => PageNames.KindOf(fileName);

    /// <summary>
    /// Reads one page. Never throws for what is in it, takes time in proportion to its length, and follows no include: an included file
    /// is a page of its own here.
    /// </summary>
    /// <param name="kind">What it is.</param>
    /// <param name="fileName">Its name; for code in a file of its own it tells the language.</param>
    /// <param name="bytes">Its bytes, in any encoding that agrees with ASCII, or UTF-16.</param>
    public static PageFacts Read(PageKind kind, string fileName, ReadOnlySpan<byte> bytes)
    {
        var text = PageText.Decode(bytes);
        var lines = new LineCounter(text);
        var directives = new DirectiveReader(kind, lines);
        for (var regions = new PageRegions(text, kind); regions.Next();)
        {
            if (regions.Kind == PageRegion.Directive)
            {
                directives.Read(regions.Content, regions.Start);
            }
        }

        var uses = new SessionUseFinder(kind, PageNames.HasEvents(fileName), lines);
        if (text.Contains("Session", StringComparison.OrdinalIgnoreCase))
        {
            FindUses(text, kind, directives.Language ?? LanguageOf(kind, fileName) ?? CodeLanguages.Guess(text, kind), uses);
        }

        return new PageFacts(kind, directives.SessionState, uses.First, uses.Count, uses.Events);
    }

    private static void FindUses(string text, PageKind kind, CodeLanguage language, SessionUseFinder uses)
    {
        for (var regions = new PageRegions(text, kind); regions.Next();)
        {
            switch (regions.Kind)
            {
                case PageRegion.Code or PageRegion.Expression:
                    uses.Read(regions.Content, regions.Start, language);
                    break;
                case PageRegion.Script:
                    uses.Read(regions.Content, regions.Start, CodeLanguages.Named(regions.Language) ?? language);
                    break;
                case PageRegion.SessionTag:
                    uses.AddTag("a tag that uses the session", regions.Start);
                    break;
            }
        }
    }

    private static CodeLanguage? LanguageOf(PageKind kind, string fileName) =>
        kind != PageKind.AspNetCode ? null
        : fileName.EndsWith(".vb", StringComparison.OrdinalIgnoreCase) ? CodeLanguage.Basic
        : CodeLanguage.CSharp;
}
