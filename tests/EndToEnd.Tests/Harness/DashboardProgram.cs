namespace EndToEnd.Tests.Harness;

/// <summary>The Dashboard as people start it, on a free port and in a data folder of its own.</summary>
internal sealed class DashboardProgram : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ssd-");
    private readonly RunningProgram _program;

    private DashboardProgram() => _program = new(BuildOutput.Dashboard, "--Urls", "http://127.0.0.1:0", "--DataDirectory", DataFolder);

    public string DataFolder => Path.Combine(_folder.FullName, "data");

    public string Address { get; private set; } = "";

    public int ProcessId => _program.Id;

    public static async Task<DashboardProgram> StartAsync(CancellationToken cancellationToken)
    {
        var dashboard = new DashboardProgram();
        dashboard.Address = (await dashboard._program.LineAsync(@"is running at (\S+)$", cancellationToken)).Groups[1].Value;
        return dashboard;
    }

    /// <summary>The newest sign-in link on the console.</summary>
    public async Task<string> LinkAsync(CancellationToken cancellationToken) =>
        (await _program.LineAsync(@"^Sign in with this link \(valid once, 30 minutes\): (\S+)$", cancellationToken)).Groups[1].Value;

    public void Kill() => _program.Kill();

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
