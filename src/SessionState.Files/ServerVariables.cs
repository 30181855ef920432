using System.Collections.Frozen;

namespace SessionState.Files;

/// <summary>
/// The environment variables that IIS's configuration uses in paths. Only these names are known, with fixed values: a path that names
/// another variable is refused instead of being led by whatever the process happens to have in its environment.
/// </summary>
public static class ServerVariables
{
    /// <summary>A standard installation's values; on Windows this machine's.</summary>
    public static IReadOnlyDictionary<string, string> Default { get; } = new Dictionary<string, string>
    {
        ["SystemDrive"] = Here("SystemDrive", "C:"),
        ["SystemRoot"] = Here("SystemRoot", @"C:\Windows"),
        ["windir"] = Here("windir", @"C:\Windows"),
        ["ProgramFiles"] = Here("ProgramFiles", @"C:\Program Files"),
        ["ProgramFiles(x86)"] = Here("ProgramFiles(x86)", @"C:\Program Files (x86)"),
        ["ProgramData"] = Here("ProgramData", @"C:\ProgramData"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> more)
    {
        var all = new Dictionary<string, string>(Default, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in more)
        {
            all[name.Trim('%')] = value;
        }

        return all;
    }

    private static string Here(string name, string elsewhere) =>
        OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable(name) ?? elsewhere : elsewhere;
}
