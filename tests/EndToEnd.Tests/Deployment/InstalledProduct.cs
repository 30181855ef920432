using System.Runtime.Versioning;
using EndToEnd.Tests.Harness;

namespace EndToEnd.Tests.Deployment;

/// <summary>The product as deploy/linux/install.sh lays it out below a folder, with a user for each of the two processes.</summary>
[SupportedOSPlatform("linux")]
internal sealed class InstalledProduct : IDisposable
{
    public const uint ServiceUser = 61_001;
    public const uint DashboardUser = 61_002;
    public const uint SomebodyElse = 61_003;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ssd-");

    private InstalledProduct() =>
        // Others than root walk through it.
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Root => Path.Combine(_folder.FullName, "root");

    public string Release => Path.Combine(_folder.FullName, "release");

    public string ApplicationHostConfig => InRoot("srv/iis/config/applicationHost.config");

    public string Socket => InRoot("run/sessionstate/api.sock");

    public string AuditDatabase => InRoot("var/lib/sessionstate/audit.db");

    public static void SkipUnlessPossible() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/setpriv") && File.Exists("/usr/bin/curl"),
        "Running as several users takes root, setpriv and curl.");

    /// <summary>Published as the archives are, installed, with a server's configuration that only the Service's user may touch.</summary>
    public static async Task<InstalledProduct> InstallAsync()
    {
        var product = new InstalledProduct();
        foreach (var (project, folder) in new[] { ("Service", "service"), ("Dashboard", "dashboard"), ("AppCmd", "appcmd") })
        {
            await RunAsync(
                "dotnet", "publish", Path.Combine(BuildOutput.RepositoryRoot, "src", $"SessionState.{project}"), "--no-build",
                "--configuration", BuildOutput.Configuration, "--output", Path.Combine(product.Release, folder));
        }

        Directory.CreateDirectory(product.Root);
        await product.InstallShAsync("--config", "/srv/iis/config/applicationHost.config", "--path-map", @"C:\inetpub=/srv/iis/inetpub");
        await product.LayOutServerAsync();
        return product;
    }

    public string InRoot(string path) => Path.Combine(Root, path);

    /// <summary>Runs the installer on this folder; gives what it printed.</summary>
    public Task<string> InstallShAsync(params string[] options) => RunAsync(
        Path.Combine(BuildOutput.RepositoryRoot, "deploy", "linux", "install.sh"),
        ["--root", Root, "--ids", $"{ServiceUser},{DashboardUser}", "--from", Release, .. options]);

    // As the units start them, but for the places that lie below the root here.
    public RunningProgram StartService() => As(ServiceUser, ["dotnet", InRoot("opt/sessionstate/service/SessionState.Service.dll"), .. ServiceSettings]);

    public async Task<string> RunServiceAsync(params string[] verb)
    {
        await using var program = As(ServiceUser, ["dotnet", InRoot("opt/sessionstate/service/SessionState.Service.dll"), .. verb, .. ServiceSettings]);
        Assert.True(await program.ExitAsync(Cancel) == 0, program.Output);
        return program.Output;
    }

    public RunningProgram StartDashboard() => As(
        DashboardUser,
        "dotnet", InRoot("opt/sessionstate/dashboard/SessionState.Dashboard.dll"), "--Urls", "http://127.0.0.1:0", "--DataDirectory", InRoot("var/lib/sessionstate-dashboard"),
        "--ServiceAddress", $"unix:{Socket}", "--ServiceUserId", $"{ServiceUser}");

    /// <summary>A program of a user who has nothing but that number.</summary>
    public RunningProgram As(uint user, params string[] command) => new(
        "setpriv",
        [new("HOME", Root), new("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), new("DOTNET_EnableDiagnostics", "0")],
        [$"--reuid={user}", $"--regid={user}", "--clear-groups", .. command]);

    public void Dispose() => _folder.Delete(recursive: true);

    private string[] ServiceSettings =>
    [
        $"--Service:ApplicationHostConfig={ApplicationHostConfig}", $@"--Service:PathMap:0=C:\inetpub={InRoot("srv/iis/inetpub")}",
        $"--Service:DataDirectory={InRoot("var/lib/sessionstate")}", $"--Service:Socket=unix:{Socket}",
        $"--Service:AllowedUids:0=0", $"--Service:AllowedUids:1={DashboardUser}",
    ];

    private async Task LayOutServerAsync()
    {
        await RunAsync("mkdir", "-p", InRoot("srv/iis"), InRoot("run/sessionstate"));
        await RunAsync("cp", "-R", Path.Combine(Release, "service", "Demo", "config"), Path.Combine(Release, "service", "Demo", "inetpub"), InRoot("srv/iis"));
        await RunAsync("chown", "-R", $"{ServiceUser}:{ServiceUser}", InRoot("srv/iis"), InRoot("run/sessionstate"));
        await RunAsync("chmod", "-R", "u=rwX,go=", InRoot("srv/iis"));
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        await using var running = new RunningProgram(program, arguments);
        var exitCode = await running.ExitAsync(Cancel);
        Assert.True(exitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {exitCode}:\n{running.Output}");
        return running.Output;
    }
}
