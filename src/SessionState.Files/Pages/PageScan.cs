using System.Collections.Immutable;

namespace SessionState.Files.Pages;

/// <summary>What was found in the pages of a node.</summary>
/// <param name="Pages">Those that have something to tell, folder by folder and by name.</param>
/// <param name="FilesRead">How many pages were read, with those that have nothing to tell.</param>
/// <param name="Skipped">Pages that could not be read, and why; not all where there are many.</param>
/// <param name="SkippedCount">How many could not be read.</param>
/// <param name="Incomplete">Why not every page was looked at, as a sentence; null where every one was.</param>
public sealed record PageScan(
    ImmutableArray<FoundPage> Pages, int FilesRead, ImmutableArray<SkippedPage> Skipped, int SkippedCount, string? Incomplete);
