using SessionState.Engine.Schema;

namespace SessionState.Service.Changes;

/// <summary>A value that somebody changed outside this product, at the topmost node where it changed.</summary>
/// <param name="Path">The node.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Before">Effective value before; null in error.</param>
/// <param name="After">Effective value after; null in error.</param>
internal sealed record NoticedEdit(string Path, Setting Setting, string? Before, string? After);
