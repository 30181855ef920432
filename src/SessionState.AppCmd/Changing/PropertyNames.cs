using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Changing;

/// <summary>Settings as appcmd's parameters name them.</summary>
internal static class PropertyNames
{
    /// <summary>"session.allowSessionState", or "mode" where the attribute is on the section's own element.</summary>
    public static string Of(Setting setting) =>
        setting.Element.Length == 0 ? setting.Attribute : $"{setting.Element}.{setting.Attribute}";

    /// <summary>The setting of a section by that name, without regard to case; null for none.</summary>
    public static Setting? Find(string section, string name) => Settings.All.FirstOrDefault(setting =>
        setting.Section == section && Of(setting).Equals(name, StringComparison.OrdinalIgnoreCase));
}
