using System.Collections.Immutable;

namespace SessionState.Engine.Schema;

/// <summary>
/// The table of settings: those of classic ASP here, those of ASP.NET in <see cref="SessionStateSettings"/> and <see cref="PageSettings"/>.
/// Names, types, defaults and ranges are those of IIS_schema.xml; see "ASP Session &lt;session&gt;" in Microsoft's IIS configuration
/// reference.
/// </summary>
public static class Settings
{
    /// <summary>Whether classic ASP keeps a session per visitor.</summary>
    public static Setting AllowSessionState { get; } = AspSession("ASP session state", "allowSessionState", SettingType.Boolean, "true");

    /// <summary>Idle life of a classic ASP session: whole minutes, at most 365 days.</summary>
    public static Setting Timeout { get; } = AspSession("ASP session timeout", "timeout", SettingType.TimeSpan, "00:20:00") with
    {
        Maximum = TimeSpan.FromDays(365),
        Granularity = TimeSpan.FromMinutes(1),
    };

    /// <summary>Most concurrent classic ASP sessions; the default means unlimited.</summary>
    public static Setting Max { get; } = AspSession("ASP maximum sessions", "max", SettingType.UnsignedInteger, "4294967295");

    /// <summary>Whether a session cookie issued over HTTPS is marked secure.</summary>
    public static Setting KeepSessionIdSecure { get; } =
        AspSession("ASP secure session ID", "keepSessionIdSecure", SettingType.Boolean, "true");

    /// <summary>Every setting, the main one first.</summary>
    public static ImmutableArray<Setting> All { get; } =
        [AllowSessionState, Timeout, Max, KeepSessionIdSecure, .. SessionStateSettings.All, .. PageSettings.All];

    /// <summary>Those and the other attributes of their sections that are read, so that a section can be shown whole.</summary>
    public static ImmutableArray<Setting> Known { get; } = [.. All, .. AspSettings.All];

    /// <summary>The known setting of that full name, without regard to case; null for none.</summary>
    public static Setting? Find(string name)
    {
        foreach (var setting in Known)
        {
            if (setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return setting;
            }
        }

        return null;
    }

    private static Setting AspSession(string title, string attribute, SettingType type, string defaultValue) => new()
    {
        Title = title,
        Section = "system.webServer/asp",
        Element = "session",
        Attribute = attribute,
        Type = type,
        Default = defaultValue,
        // The metabase had these as properties of applications (ASP_MD_UT_APP).
        IsReadAtApplicationRoot = true,
    };
}
