namespace SessionState.Files.Pages;

/// <summary>A page or folder that could not be read.</summary>
/// <param name="File">Where it is on this machine.</param>
/// <param name="Why">The reason as a sentence.</param>
public sealed record SkippedPage(string File, string Why);
