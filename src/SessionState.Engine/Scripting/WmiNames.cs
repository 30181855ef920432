using System.Collections.Frozen;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Scripting;

/// <summary>
/// The WMI provider's names ("AspSection Class", "AspSession Class", "SessionStateSection Class", "PagesSection Class" and
/// "SessionPageStateSection Class" in Microsoft's reference). It was never extended: later attributes have none.
/// </summary>
internal static class WmiNames
{
    private static readonly FrozenSet<Setting> Unknown = new[]
    {
        SessionStateSettings.CookieSameSite, SessionStateSettings.CompressionEnabled, SessionStateSettings.SqlConnectionRetryInterval,
    }.ToFrozenSet();

    /// <summary>The class of a section: <c>AspSection</c>.</summary>
    public static string Class(string section) => Capital(section[(section.LastIndexOf('/') + 1)..]) + "Section";

    /// <summary>The property that holds the element; null where the attribute is on the section itself.</summary>
    public static string? Element(Setting setting) => setting.IsOnSection ? null : Capital(setting.Element);

    public static string Property(Setting setting) => Capital(setting.Attribute);

    /// <summary>As RevertToParent takes it: <c>Session.AllowSessionState</c>.</summary>
    public static string Path(Setting setting) => Element(setting) is { } element ? $"{element}.{Property(setting)}" : Property(setting);

    public static bool Knows(Setting setting) => !Unknown.Contains(setting);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
