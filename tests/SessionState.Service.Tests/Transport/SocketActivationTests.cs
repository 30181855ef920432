using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using SessionState.Contracts;
using SessionState.Service.Transport;

namespace SessionState.Service.Tests.Transport;

/// <summary>systemd makes the socket, with its final rights, and starts the Service when somebody calls.</summary>
[SupportedOSPlatform("linux")]
public sealed class SocketActivationTests
{
    private const string Launcher = "/usr/bin/systemd-socket-activate";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WithASocketOfSystemd_ListensThereAndLeavesItAlone()
    {
        Assert.SkipUnless(File.Exists(Launcher), "systemd-socket-activate is not installed.");
        using var folder = new TemporaryFolder();
        using var activator = Activate(folder, folder["api.sock"]);
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(folder["api.sock"])));
        File.SetUnixFileMode(folder["api.sock"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);

        using var client = new ConfigurationServiceClient(ServiceConnection.Create(new(ServiceTransport.UnixSocket, folder["api.sock"]), "dashboard"), new("demo", "operator", "Omar Haddad"));
        Assert.Equal("Demo server", (await client.GetServerAsync(Cancel)).Demand().Name);

        Assert.True(File.GetUnixFileMode(folder["api.sock"]).HasFlag(UnixFileMode.GroupWrite));
        activator.StandardInput.Close();
        await activator.WaitForExitAsync(Cancel);
        Assert.Equal(0, activator.ExitCode);
        Assert.True(File.Exists(folder["api.sock"]));
    }

    [Fact]
    public async Task Start_WithASocketElsewhere_SaysWhereBothAre()
    {
        Assert.SkipUnless(File.Exists(Launcher), "systemd-socket-activate is not installed.");
        using var folder = new TemporaryFolder();
        using var activator = Activate(folder, folder["other.sock"]);
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(folder["other.sock"])));
        using var caller = ServiceConnection.Create(new(ServiceTransport.UnixSocket, folder["other.sock"]), "dashboard");
        var call = caller.GetAsync(ServiceRoutes.Live, Cancel);

        var error = await activator.StandardError.ReadToEndAsync(Cancel);
        await activator.WaitForExitAsync(Cancel);

        Assert.Equal(1, activator.ExitCode);
        Assert.Contains($"the socket {folder["other.sock"]}, but Service:Socket is unix:{folder["api.sock"]}", error, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("1", "1")]
    public void Find_NothingForThisProcess_MeansOurOwnSocket(string? process, string? count)
    {
        var socket = InheritedSocket.Find(ServiceAddress.Default, name => name == "LISTEN_PID" ? process : count, out var problem);

        Assert.Equal((null, ""), (socket, problem));
    }

    [Fact]
    public void Find_SeveralSockets_IsRefused()
    {
        var own = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

        Assert.Null(InheritedSocket.Find(ServiceAddress.Default, name => name == "LISTEN_PID" ? own : "2", out var problem));

        Assert.Contains("several sockets", problem, StringComparison.Ordinal);
    }

    private static Process Activate(TemporaryFolder folder, string socket) => Process.Start(new ProcessStartInfo(
        Launcher,
        [
            "--setenv=PATH", "--listen", socket, "/usr/bin/env", "dotnet", Path.Combine(AppContext.BaseDirectory, "SessionState.Service.dll"),
            "--demo", "--data", folder["data"], "--socket", folder["api.sock"], "--parent-pipe",
        ])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
