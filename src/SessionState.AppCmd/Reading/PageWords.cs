using System.Globalization;
using SessionState.Contracts;
using SessionState.Files.Pages;

namespace SessionState.AppCmd.Reading;

/// <summary>Pages as the service tells them and as they are read here, in one form.</summary>
internal static class PageWords
{
    private const string ClassicAsp = "ASP";
    private const string AspNet = "ASP.NET";

    public static ListedPages ToListed(NodePages pages) => new(
        [.. pages.Pages.Select(page => new ListedPage(
            page.Path,
            page.File,
            page.Runtime == PageRuntime.Asp ? ClassicAsp : AspNet,
            page.Directive?.Written ?? "",
            page.Directive?.Line,
            page.FirstUse?.Line,
            page.UseCount)).OrderBy(page => page.Name, StringComparer.OrdinalIgnoreCase)],
        Notes(pages.Total - pages.Pages.Count, pages.SkippedCount, pages.Incomplete));

    public static ListedPages ToListed(PageScan scan) => new(
        [.. scan.Pages.Select(page => new ListedPage(
            page.Path,
            page.File,
            page.Facts.IsClassicAsp ? ClassicAsp : AspNet,
            page.Facts.Directive?.Written ?? "",
            page.Facts.Directive?.Line,
            page.Facts.FirstUse?.Line,
            page.Facts.UseCount)).OrderBy(page => page.Name, StringComparer.OrdinalIgnoreCase)],
        Notes(0, scan.SkippedCount, scan.Incomplete));

    private static List<string> Notes(int more, int skipped, string? incomplete)
    {
        var notes = new List<string>();
        if (more > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{more} more pages have something to tell; name a folder to see them."));
        }

        if (skipped > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Pages or folders that could not be read: {skipped}."));
        }

        return incomplete is null ? notes : [.. notes, incomplete];
    }
}
