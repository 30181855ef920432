namespace SessionState.Dashboard.Model.Nodes;

/// <summary>Titles of settings where only the full name is at hand, as in audit records.</summary>
public static class SettingNames
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["system.webServer/asp/session@allowSessionState"] = "ASP session state",
        ["system.webServer/asp/session@timeout"] = "ASP session timeout",
        ["system.webServer/asp/session@max"] = "ASP maximum sessions",
        ["system.webServer/asp/session@keepSessionIdSecure"] = "ASP secure session ID",
    };

    public static string Title(string setting) => Titles.GetValueOrDefault(setting) ?? setting;
}
