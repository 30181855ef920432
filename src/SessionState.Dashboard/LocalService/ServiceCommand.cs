using System.Diagnostics;
using SessionState.Contracts;

namespace SessionState.Dashboard.LocalService;

/// <summary>A program with its arguments; never a shell.</summary>
internal sealed record ServiceCommand(string Program, IReadOnlyList<string> Arguments)
{
    private const string Folder = "service";
    private const string Name = "SessionState.Service";

    /// <summary>What the Service needs of our environment. Not our settings: they would become its own.</summary>
    private static readonly string[] Inherited =
    [
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR", "XDG_RUNTIME_DIR", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64",
        "SystemRoot", "SystemDrive", "windir", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "ProgramData",
    ];

    /// <summary>The Service that was built or published with this Dashboard, on the demo server.</summary>
    public static ServiceCommand ForDemo(string dataFolder, ServiceAddress address)
    {
        var program = Path.Combine(AppContext.BaseDirectory, Folder, Name);
        string[] arguments = ["--demo", "--data", dataFolder, "--socket", address.ToString(), "--parent-pipe"];

        // Started as "dotnet SessionState.Dashboard.dll": that dotnet is the one that certainly runs it.
        return Environment.ProcessPath is { } process && Path.GetFileNameWithoutExtension(process) == "dotnet"
            ? new(process, [$"{program}.dll", .. arguments])
            : new(OperatingSystem.IsWindows() ? $"{program}.exe" : program, arguments);
    }

    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var name in start.Environment.Keys.Except(Inherited, StringComparer.OrdinalIgnoreCase).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
