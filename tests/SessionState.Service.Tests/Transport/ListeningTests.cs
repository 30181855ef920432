using System.Net.Sockets;
using System.Runtime.Versioning;
using SessionState.Contracts;
using SessionState.Service.Hosting;

namespace SessionState.Service.Tests.Transport;

[SupportedOSPlatform("linux")]
public sealed class ListeningTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Socket_Always_BelongsToItsUserAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has pipes instead.");
        await using var service = await ServiceApplication.StartAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(service.Socket));
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.GetDirectoryName(service.Socket)!));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(service.Data));
    }

    [Fact]
    public async Task Socket_AfterStop_IsGone()
    {
        await using var service = await ServiceApplication.StartAsync();

        await service.StopAsync();

        Assert.False(File.Exists(service.Socket));
    }

    [Fact]
    public async Task Process_Always_ListensOnNoTcpPort()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads the kernel's own list of sockets.");
        var before = await TcpListenersAsync();
        await using var service = await ServiceApplication.StartAsync();

        Assert.Equal(before, await TcpListenersAsync());
    }

    [Fact]
    public async Task Start_SocketLeftByAKilledService_IsReplaced()
    {
        await using var service = await ServiceApplication.StartAsync(folder =>
        {
            Directory.CreateDirectory(folder["run"]);
            using var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            dead.Bind(new UnixDomainSocketEndPoint(folder["run/api.sock"]));
        });

        (await service.Client.GetServerAsync(Cancel)).Demand();
    }

    [Fact]
    public void Start_SomethingElseInTheSocketsPlace_IsLeftAloneAndReported()
    {
        using var folder = new TemporaryFolder();
        SampleServer.Write(folder);
        Directory.CreateDirectory(folder["run"]);
        File.WriteAllText(folder["run/api.sock"], "precious");

        Assert.Null(PreparedService.TryPrepare(Options(folder), TimeProvider.System, out var problem));

        Assert.Equal("precious", File.ReadAllText(folder["run/api.sock"]));
        Assert.Contains("is no socket", problem, StringComparison.Ordinal);
        Assert.Contains("Service:Socket", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AnotherServiceOnTheSocket_IsRefused()
    {
        await using var service = await ServiceApplication.StartAsync();
        using var folder = new TemporaryFolder();
        SampleServer.Write(folder);

        var options = Options(folder) with { Address = new(ServiceTransport.UnixSocket, service.Socket) };

        Assert.Null(PreparedService.TryPrepare(options, TimeProvider.System, out var problem));
        Assert.StartsWith("Another Service listens at", problem, StringComparison.Ordinal);
        (await service.Client.GetServerAsync(Cancel)).Demand();
    }

    [Fact]
    public void Start_NoApplicationHostConfig_SaysWhichFileAndSetting()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(PreparedService.TryPrepare(Options(folder), TimeProvider.System, out var problem));

        Assert.Contains(folder["config/applicationHost.config"], problem, StringComparison.Ordinal);
        Assert.Contains("Service:ApplicationHostConfig", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_FolderThatOthersMayWrite_IsRefusedWithTheReason()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The check is for Linux.");
        using var folder = new TemporaryFolder();
        SampleServer.Write(folder);
        Directory.CreateDirectory(folder["run"]);
        File.SetUnixFileMode(folder["run"], (UnixFileMode)0b111_111_111);

        Assert.Null(PreparedService.TryPrepare(Options(folder), TimeProvider.System, out var problem));

        Assert.Contains($"The folder {folder["run"]} ", problem, StringComparison.Ordinal);
        Assert.Contains("Service:Socket", problem, StringComparison.Ordinal);
    }

    private static async Task<string[]> TcpListenersAsync()
    {
        var own = new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos()
            .Select(file => file.LinkTarget).OfType<string>().Where(target => target.StartsWith("socket:", StringComparison.Ordinal)).ToHashSet();
        var lines = (await File.ReadAllLinesAsync("/proc/self/net/tcp", Cancel)).Concat(await File.ReadAllLinesAsync("/proc/self/net/tcp6", Cancel));
        return
        [
            .. lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields[3] == "0A" && own.Contains($"socket:[{fields[9]}]"))
                .Select(fields => fields[1]),
        ];
    }

    private static ServiceOptions Options(TemporaryFolder folder) => new()
    {
        ServerName = "WEB01",
        ApplicationHostConfig = folder["config/applicationHost.config"],
        DataDirectory = folder["data"],
        Address = new(ServiceTransport.UnixSocket, folder["run/api.sock"]),
        AllowedUids = [UnixFileStatus.CurrentUserId],
    };
}
