namespace SessionState.Contracts;

/// <summary>
/// What the pages of a node, and of what is below it in the same application, have to do with session state. Found by reading them; code
/// that reaches the session in a roundabout way is not found.
/// </summary>
/// <param name="Path">The node.</param>
/// <param name="FilesRead">How many pages were read, with those that have nothing to tell.</param>
/// <param name="AspUses">Classic ASP pages that use the session and so fail without one.</param>
/// <param name="AspNetUses">The same of ASP.NET.</param>
/// <param name="Otherwise">Pages that say otherwise than the configuration.</param>
/// <param name="Pages">The pages that have something to tell, at most <see cref="MaxPages"/>; those that say otherwise first.</param>
/// <param name="Total">How many have something to tell.</param>
/// <param name="Skipped">Pages that could not be read; not all where there are many.</param>
/// <param name="SkippedCount">How many could not be read.</param>
/// <param name="Incomplete">Why not every page was looked at; null where every one was.</param>
public sealed record NodePages(
    string Path,
    int FilesRead,
    int AspUses,
    int AspNetUses,
    int Otherwise,
    IReadOnlyList<PageFinding> Pages,
    int Total,
    IReadOnlyList<SkippedFile> Skipped,
    int SkippedCount,
    string? Incomplete)
{
    /// <summary>Most pages in one answer.</summary>
    public const int MaxPages = 1_000;
}

/// <summary>Which runtime a page is for; each has settings of its own.</summary>
public enum PageRuntime
{
    /// <summary>Classic ASP.</summary>
    Asp,

    /// <summary>ASP.NET.</summary>
    AspNet,
}

/// <summary>A page that has something to tell.</summary>
/// <param name="Path">Its path as a node: "Site/app/page.asp".</param>
/// <param name="File">Where it is, as the Service sees it.</param>
/// <param name="Runtime">What runs it.</param>
/// <param name="Directive">Its own <c>EnableSessionState</c>; null where it says nothing.</param>
/// <param name="FirstUse">The first use of the session; null for none.</param>
/// <param name="UseCount">How many uses there are.</param>
/// <param name="Events">Handlers of the session's start and end, which do not run without sessions.</param>
/// <param name="SaysOtherwise">True where its directive is not what the configuration says.</param>
/// <param name="Note">What follows from all that, as a sentence; null where there is nothing to add.</param>
public sealed record PageFinding(
    string Path,
    string File,
    PageRuntime Runtime,
    PageDirectiveInfo? Directive,
    PageUse? FirstUse,
    int UseCount,
    IReadOnlyList<PageUse> Events,
    bool SaysOtherwise,
    string? Note);

/// <summary>A page's <c>EnableSessionState</c>.</summary>
/// <param name="Written">The value as written.</param>
/// <param name="Line">Its line, from 1.</param>
public sealed record PageDirectiveInfo(string Written, int Line);

/// <summary>A place in a page that uses the session. Never with a key or value of the page.</summary>
/// <param name="What">In short: "Session(…)", "Session.Timeout".</param>
/// <param name="Line">Its line, from 1.</param>
public sealed record PageUse(string What, int Line);

/// <summary>A file or folder that could not be read.</summary>
/// <param name="File">Where it is, as the Service sees it.</param>
/// <param name="Why">The reason as a sentence.</param>
public sealed record SkippedFile(string File, string Why);
