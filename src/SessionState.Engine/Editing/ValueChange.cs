using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing;

/// <summary>A node whose effective value a plan changes.</summary>
/// <param name="Node">The node, in the snapshot after the edit.</param>
/// <param name="Before">Effective value before; null on error.</param>
/// <param name="After">Effective value after; null on error.</param>
public sealed record ValueChange(ConfigurationNode Node, string? Before, string? After);
