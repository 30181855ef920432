using System.Net;
using System.Net.Sockets;
using EndToEnd.Tests.Harness;

namespace EndToEnd.Tests;

/// <summary>What somebody sees whose Dashboard cannot start.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ssd-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Settings_SeveralWrong_EndWithTwoAndASentenceForEach()
    {
        await using var dashboard = new RunningProgram(BuildOutput.Dashboard, "--Urls", "nowhere", "--ServiceAddress", "tcp:1");

        Assert.Equal(2, await dashboard.ExitAsync(Cancel));

        Assert.Equal(
            """
            The Dashboard cannot start:
              Urls: "nowhere" is no address to listen at. Write http://HOST:PORT or https://HOST:PORT, for example http://localhost:5080; separate several with ";".
              ServiceAddress: 'tcp:1' is no address of a Service. Write unix:/path/to/socket or pipe:name. Leave it out to start a Service on the demo server.
            """,
            dashboard.Output);
    }

    [Fact]
    public async Task Port_InUse_EndsWithTwoAndNamesTheSetting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        await using var dashboard = new RunningProgram(BuildOutput.Dashboard, "--Urls", url, "--DataDirectory", _folder.FullName);

        Assert.Equal(2, await dashboard.ExitAsync(Cancel));

        Assert.Contains($"Urls: another program already listens at {url}. Stop it, or choose another port", dashboard.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", dashboard.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_Missing_EndsWithTwoAndNamesTheSetting()
    {
        await using var dashboard = new RunningProgram(
            BuildOutput.Dashboard, "--Urls", "https://127.0.0.1:0", "--DataDirectory", _folder.FullName, "--ServiceAddress", "unix:/nowhere/x.sock");

        Assert.Equal(2, await dashboard.ExitAsync(Cancel));

        Assert.Contains("Urls: https://127.0.0.1:0 needs a certificate.", dashboard.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", dashboard.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataDirectory_ThatIsAFile_EndsWithTwoAndNamesTheSetting()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", Cancel);
        await using var dashboard = new RunningProgram(BuildOutput.Dashboard, "--Urls", "http://127.0.0.1:0", "--DataDirectory", file);

        Assert.Equal(2, await dashboard.ExitAsync(Cancel));

        Assert.Contains($"DataDirectory: {file} cannot be used", dashboard.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSql_NotThere_EndsWithTwoAndNamesTheSettingWithoutThePassword()
    {
        await using var dashboard = new RunningProgram(
            BuildOutput.Dashboard, "--Urls", "http://127.0.0.1:0", "--DataDirectory", _folder.FullName, "--ServiceAddress", "unix:/nowhere/x.sock",
            "--SignIn:PostgreSql", $"Host={_folder.FullName};Database=dashboard;Username=dashboard;Password=a-secret");

        Assert.Equal(2, await dashboard.ExitAsync(Cancel));

        Assert.Contains("SignIn:PostgreSql: the database of the accounts cannot be used (", dashboard.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", dashboard.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", dashboard.Output, StringComparison.Ordinal);
    }
}
