namespace SessionState.Service.Changes;

/// <summary>A value or lock that somebody changed outside this product, at the topmost node where it changed.</summary>
/// <param name="Path">The node.</param>
/// <param name="Name">The setting's name; the section's, for its locks.</param>
/// <param name="Before">What held before; null in error.</param>
/// <param name="After">What holds now; null in error.</param>
internal sealed record NoticedEdit(string Path, string Name, string? Before, string? After);
