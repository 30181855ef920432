using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using SessionState.Contracts;

namespace SessionState.Service.Tests.Client;

/// <summary>What the client makes of a Service that does not answer, or is not the Service.</summary>
public sealed class ClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_NobodyListens_IsUnavailable()
    {
        using var folder = new TemporaryFolder();
        using var client = Connect(folder["none.sock"]);

        var problem = (await client.GetServerAsync(Cancel)).Refusal();

        Assert.Equal((ProblemCodes.Unavailable, 503), (problem.Code, problem.Status));
        Assert.NotNull(problem.Remedy);
        Assert.Empty(await client.GetEventsAsync(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Get_ServiceStops_IsUnavailableAndTheEventsEnd()
    {
        await using var service = await ServiceApplication.StartAsync();
        await using var events = await EventReader.ListenAsync(service);
        (await service.Client.GetServerAsync(Cancel)).Demand();

        await service.StopAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => events.NextAsync(_ => true));
        Assert.Equal(ProblemCodes.Unavailable, (await service.Client.GetServerAsync(Cancel)).Refusal().Code);
        await service.StartAsync();
        (await service.Client.GetServerAsync(Cancel)).Demand();
    }

    [Fact]
    public async Task Get_Cancelled_Throws()
    {
        using var folder = new TemporaryFolder();
        using var client = Connect(folder["none.sock"]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetServerAsync(new(canceled: true)));
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task Get_FolderThatOthersMayWrite_IsNotTrustedAndNothingIsSent()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The check is for Linux.");
        using var folder = new TemporaryFolder();
        using var listener = Listen(folder["api.sock"]);
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_111_111);
        using var client = Connect(folder["api.sock"]);

        var problem = (await client.GetServerAsync(Cancel)).Refusal();

        Assert.Equal(ProblemCodes.Unavailable, problem.Code);
        Assert.Contains(folder.Path, problem.Detail, StringComparison.Ordinal);
        using var accepted = await listener.AcceptAsync(Cancel);
        Assert.Equal(0, await accepted.ReceiveAsync(new byte[1], Cancel));
    }

    [Theory]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nOops", ProblemCodes.Internal)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\nnull", ProblemCodes.Internal)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", ProblemCodes.Unavailable)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{", ProblemCodes.Unavailable)]
    [InlineData("SSH-2.0\r\n", ProblemCodes.Unavailable)]
    public async Task Get_AnswerThatIsNone_IsAProblemAndNoException(string answer, string code)
    {
        using var folder = new TemporaryFolder();
        using var listener = Listen(folder["api.sock"]);
        var served = AnswerAsync(listener, answer);
        using var client = Connect(folder["api.sock"]);

        Assert.Equal(code, (await client.GetServerAsync(Cancel)).Refusal().Code);
        await served;
    }

    [Fact]
    public async Task Get_ProblemOfANewerService_IsRead()
    {
        const string Body = """{"type":"x","title":"Locked","status":409,"detail":"There.","code":"locked","remedy":"Ask.","file":"/f","line":7,"field":"path","more":[1]}""";
        using var folder = new TemporaryFolder();
        using var listener = Listen(folder["api.sock"]);
        var served = AnswerAsync(
            listener, $"HTTP/1.1 409 Conflict\r\nContent-Type: application/problem+json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
        using var client = Connect(folder["api.sock"]);

        Assert.Equal(
            new("locked", "Locked", "There.", (int)HttpStatusCode.Conflict) { Remedy = "Ask.", File = "/f", Line = 7, Field = "path" },
            (await client.GetServerAsync(Cancel)).Refusal());
        await served;
    }

    private static ConfigurationServiceClient Connect(string socket) =>
        new(ServiceConnection.Create(new(ServiceTransport.UnixSocket, socket), "appcmd"));

    private static Socket Listen(string path)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        return listener;
    }

    private static async Task AnswerAsync(Socket listener, string answer)
    {
        using var connection = await listener.AcceptAsync(Cancel);
        await connection.ReceiveAsync(new byte[4096], Cancel);
        await connection.SendAsync(Encoding.UTF8.GetBytes(answer), Cancel);
    }
}
