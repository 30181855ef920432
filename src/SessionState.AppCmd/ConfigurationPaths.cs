namespace SessionState.AppCmd;

/// <summary>The two spellings of a configuration path: IIS's, from MACHINE down, and ours, from the server down.</summary>
internal static class ConfigurationPaths
{
    public const string Machine = "MACHINE";
    public const string RootWeb = "MACHINE/WEBROOT";
    public const string ApplicationHost = "MACHINE/WEBROOT/APPHOST";

    /// <summary>"Site/app" → "MACHINE/WEBROOT/APPHOST/Site/app"; "" → "MACHINE/WEBROOT/APPHOST".</summary>
    public static string Full(string path) => path.Length == 0 ? ApplicationHost : $"{ApplicationHost}/{path}";

    /// <summary>"Site/", "Site/app" or a full path → "Site", "Site/app". Null for the levels above applicationHost.config.</summary>
    public static string? Short(string identifier)
    {
        var path = identifier.Trim('/');
        if (path.Equals(Machine, StringComparison.OrdinalIgnoreCase) || path.Equals(RootWeb, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (path.Equals(ApplicationHost, StringComparison.OrdinalIgnoreCase))
        {
            return "";
        }

        return path.StartsWith(ApplicationHost + "/", StringComparison.OrdinalIgnoreCase) ? path[(ApplicationHost.Length + 1)..] : path;
    }
}
