namespace SessionState.Engine.Schema;

/// <summary>Another spelling of one of a setting's values, which is read and not written.</summary>
/// <param name="Text">The spelling: <c>true</c> for <c>cookieless</c>.</param>
/// <param name="Value">What it means: <c>UseUri</c>.</param>
public sealed record SettingAlias(string Text, string Value);
