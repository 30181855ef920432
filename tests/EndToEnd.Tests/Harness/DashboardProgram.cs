using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Harness;

/// <summary>The Dashboard as people start it, on a free port and in a data folder of its own.</summary>
internal sealed class DashboardProgram : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ssd-");
    private readonly IEnumerable<KeyValuePair<string, string>> _variables;
    private readonly string[] _settings;
    private RunningProgram _program;

    private DashboardProgram(IEnumerable<KeyValuePair<string, string>> variables, string[] settings)
    {
        (_variables, _settings) = (variables, settings);
        _program = Start();
    }

    public string DataFolder => Path.Combine(_folder.FullName, "data");

    public string DemoFolder => Path.Combine(DataFolder, "service", "demo");

    public string ApplicationHostConfig => Path.Combine(DemoFolder, "config", "applicationHost.config");

    public string Address { get; private set; } = "";

    public int ProcessId => _program.Id;

    public string Output => _program.Output;

    public int LineCount => _program.LineCount;

    /// <summary>Where browsers take it for a secure place and know it by a name, as passkeys need.</summary>
    public string NamedAddress => Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="settings">More of the command line, for example "--SignIn:Local" "true".</param>
    public static Task<DashboardProgram> StartAsync(CancellationToken cancellationToken, params string[] settings) =>
        StartAsync([], settings, cancellationToken);

    /// <param name="variables">More of the environment.</param>
    /// <param name="settings">More of the command line.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<DashboardProgram> StartAsync(
        IEnumerable<KeyValuePair<string, string>> variables, string[] settings, CancellationToken cancellationToken)
    {
        var dashboard = new DashboardProgram(variables, settings);
        await dashboard.AnnouncedAsync(cancellationToken);
        return dashboard;
    }

    /// <summary>Starts it again on the same folder, after it has ended.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _program.DisposeAsync();
        _program = Start();
        await AnnouncedAsync(cancellationToken);
    }

    /// <summary>The newest sign-in link on the console.</summary>
    public async Task<string> LinkAsync(CancellationToken cancellationToken) =>
        (await LineAsync(@"^Sign in with this link \(valid once, 30 minutes\): (\S+)$", cancellationToken)).Groups[1].Value;

    /// <summary>The link to make the first account with, at the named address.</summary>
    public async Task<string> SetupLinkAsync(CancellationToken cancellationToken) =>
        (await LineAsync(@"^There is no account yet\. .*: (\S+)$", cancellationToken)).Groups[1].Value.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <inheritdoc cref="RunningProgram.LineAsync"/>
    public Task<Match> LineAsync(string pattern, CancellationToken cancellationToken, int after = 0) =>
        _program.LineAsync(pattern, cancellationToken, after);

    public Task<int> ExitAsync(CancellationToken cancellationToken) => _program.ExitAsync(cancellationToken);

    public void Kill() => _program.Kill();

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private RunningProgram Start() => new(BuildOutput.Dashboard, _variables, ["--Urls", "http://127.0.0.1:0", "--DataDirectory", DataFolder, .. _settings]);

    private async Task AnnouncedAsync(CancellationToken cancellationToken) =>
        Address = (await LineAsync(@"is running at (\S+)$", cancellationToken)).Groups[1].Value;
}
