namespace SessionState.Service.Audit.Keys;

/// <summary>A secret that systemd hands over in a folder only this service can read (LoadCredential= in its unit).</summary>
internal static class SystemdCredential
{
    public const string KeyName = "audit-key.pem";

    /// <summary>The folder; null where systemd hands over nothing.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } folder ? folder : null;

    /// <summary>The key's file; null where there is none.</summary>
    public static string? Key(string? folder) =>
        folder is not null && File.Exists(Path.Combine(folder, KeyName)) ? Path.Combine(folder, KeyName) : null;

    /// <summary>Whether a file is handed over by systemd. Its rights for this user then look like rights of a group.</summary>
    public static bool Contains(string? folder, string file) =>
        folder is not null && Path.GetDirectoryName(Path.GetFullPath(file)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
}
