namespace SessionState.AppCmd.Reading;

/// <summary>What a look through the pages of a node found.</summary>
/// <param name="Pages">Those that have something to tell.</param>
/// <param name="Notes">What else a person must know: what was not looked at, what could not be read.</param>
internal sealed record ListedPages(IReadOnlyList<ListedPage> Pages, IReadOnlyList<string> Notes);
