using System.Text.Json.Serialization;

namespace SessionState.Dashboard.Model.Frame;

public enum ThemeMode
{
    /// <summary>As the operating system says.</summary>
    System,
    Light,
    Dark,
}

/// <summary>
/// What the browser tells about itself in cookies, so that the first page already has the right colours and clock.
/// <c>wwwroot/js/preferences.js</c> writes them.
/// </summary>
/// <param name="Theme">What the person chose.</param>
/// <param name="SystemIsDark">What the operating system prefers.</param>
/// <param name="TimeZone">IANA name of the browser's time zone; null where unknown.</param>
public sealed record BrowserPreferences(ThemeMode Theme, bool SystemIsDark, string? TimeZone)
{
    public const string ThemeCookie = "theme";
    public const string SystemDarkCookie = "system-dark";
    public const string TimeZoneCookie = "time-zone";

    public static BrowserPreferences Unknown { get; } = new(ThemeMode.System, false, null);

    [JsonIgnore]
    public bool IsDark => Theme == ThemeMode.Dark || (Theme == ThemeMode.System && SystemIsDark);

    public static BrowserPreferences Read(Func<string, string?> cookie) =>
        new(Parse(cookie(ThemeCookie)), cookie(SystemDarkCookie) == "1", cookie(TimeZoneCookie));

    public static ThemeMode Parse(string? word) => word switch { "light" => ThemeMode.Light, "dark" => ThemeMode.Dark, _ => ThemeMode.System };
}
