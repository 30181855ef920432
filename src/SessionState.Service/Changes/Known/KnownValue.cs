namespace SessionState.Service.Changes.Known;

/// <summary>A value or lock at the topmost node where it is another than above.</summary>
/// <param name="Path">The node.</param>
/// <param name="Name">The setting's or section's name.</param>
/// <param name="Value">What held there; null in error.</param>
internal sealed record KnownValue(string Path, string Name, string? Value);
