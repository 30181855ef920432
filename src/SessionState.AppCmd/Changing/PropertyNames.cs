using SessionState.AppCmd.Output;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Changing;

/// <summary>Settings as appcmd's parameters name them.</summary>
internal static class PropertyNames
{
    /// <summary>The answer to whoever wants to change a setting that is only shown.</summary>
    public static Answer NotChangedHere(Setting setting) => Answers.Error(
        ExitCode.NotSupported,
        $"The attribute \"{Of(setting)}\" of section \"{setting.Section}\" is not changed here.",
        setting.IsSecret ? "It may hold a password. Edit the file by hand." : $"{setting.Note} Edit the file by hand, or use IIS's own tools.");

    /// <summary>"session.allowSessionState", or "mode" where the attribute is on the section's own element.</summary>
    public static string Of(Setting setting) =>
        setting.Element.Length == 0 ? setting.Attribute : $"{setting.Element}.{setting.Attribute}";

    /// <summary>The setting of a section by that name, without regard to case; null for none. It may be one that is only shown.</summary>
    public static Setting? Find(string section, string name) => Settings.Known.FirstOrDefault(setting =>
        setting.Section == section && Of(setting).Equals(name, StringComparison.OrdinalIgnoreCase));
}
