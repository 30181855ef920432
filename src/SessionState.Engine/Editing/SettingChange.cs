using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>A setting whose effective value a plan changes at a node.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Node">The node, in the snapshot after the edit.</param>
/// <param name="Before">Effective value before; null on error.</param>
/// <param name="After">Effective value after; null on error.</param>
public sealed record SettingChange(Setting Setting, ConfigurationNode Node, string? Before, string? After);
