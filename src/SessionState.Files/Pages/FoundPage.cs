using SessionState.Engine.Pages;

namespace SessionState.Files.Pages;

/// <summary>A page that has something to tell.</summary>
/// <param name="Path">Its path as a node: "Site/app/page.asp".</param>
/// <param name="File">Where it is on this machine.</param>
/// <param name="Facts">What it says.</param>
public sealed record FoundPage(string Path, string File, PageFacts Facts);
