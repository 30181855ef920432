using System.Globalization;
using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Pages;

/// <summary>Pages in words.</summary>
public static class PageText
{
    public static string Count(int count, string one, string many) =>
        count == 1 ? $"One {one}" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} {many}";

    /// <summary>The page's path below the node that was looked at: "cart/add.asp".</summary>
    public static string Below(string node, PageFinding page) =>
        page.Path.StartsWith(node + "/", StringComparison.OrdinalIgnoreCase) ? page.Path[(node.Length + 1)..] : page.Path[(page.Path.LastIndexOf('/') + 1)..];

    public static string Directive(PageDirectiveInfo directive) => $"EnableSessionState={directive.Written}";

    /// <summary>"Session(…)", and how many more there are.</summary>
    public static string Use(PageFinding page) => page switch
    {
        { FirstUse: null } => "",
        { UseCount: 1 } => page.FirstUse.What,
        { UseCount: 2 } => $"{page.FirstUse.What} and once more",
        _ => $"{page.FirstUse.What} and {(page.UseCount - 1).ToString("N0", CultureInfo.InvariantCulture)} times more",
    };

    /// <summary>One line for each page, for pasting into a ticket: file, line and what is there.</summary>
    public static string ToCopy(IEnumerable<PageFinding> pages, Func<PageFinding, (int Line, string What)> describe) =>
        string.Join('\n', pages.Select(page => (page.File, Told: describe(page))).Select(one => $"{one.File}:{one.Told.Line}: {one.Told.What}"));

    /// <summary>What was looked at, as a sentence.</summary>
    public static string Looked(NodePages pages) => pages.FilesRead == 0
        ? "There are no pages here."
        : $"{Count(pages.FilesRead, "page was", "pages were")} read, in this application and not in those below it.";
}
