using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>A change someone asks for.</summary>
/// <param name="Path">The node: "" or "Site/app".</param>
/// <param name="Setting">The setting.</param>
/// <param name="Action">Set or clear.</param>
/// <param name="Value">The new value; null for clear.</param>
/// <param name="CommitPath">The file to write, as a configuration path; null for the best one.</param>
public sealed record SettingEdit(string Path, Setting Setting, EditAction Action, string? Value, string? CommitPath);
