using System.Net.Sockets;
using System.Text;
using SessionState.Contracts;
using SessionState.Service.Transport;

namespace SessionState.Service.Tests.Transport;

/// <summary>Requests written by hand, because no client library would send them.</summary>
public sealed class HeaderLimitTests
{
    private const string Get = $"GET {ServiceRoutes.Live} HTTP/1.1\r\nHost: localhost\r\n";
    private const string Post = $"POST {ServiceRoutes.Changes} HTTP/1.1\r\nHost: localhost\r\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Requests() => new()
    {
        { Get + Headers(ServiceListener.MaxHeaders - 2) + "\r\n", "200" },
        { Get + Headers(ServiceListener.MaxHeaders) + "\r\n", "431" },
        { Get + $"X-Long: {new string('x', ServiceListener.MaxHeaderBytes)}\r\n\r\n", "431" },
        { $"GET /{new string('x', ServiceListener.MaxLineBytes)} HTTP/1.1\r\nHost: localhost\r\n\r\n", "414" },
        { Get + "Host: elsewhere\r\n\r\n", "400" },
        { $"GET {ServiceRoutes.Live} HTTP/1.1\r\n\r\n", "400" },
        { Get + "Folded: a\r\n b\r\n\r\n", "400" },
        { Post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "400" },
        { Post + "Transfer-Encoding: gzip\r\n\r\n{}", "400" },
        { "GET / HTTP/9.9\r\n\r\n", "505" },
        { "\u0016\u0003\u0001\u0002\0\r\n\r\n", "400" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_OverALimitOrNotHttp_IsRefusedAndTheServiceGoesOn(string request, string status)
    {
        await using var service = await ServiceApplication.StartAsync();

        Assert.StartsWith($"HTTP/1.1 {status} ", await SendAsync(service, request), StringComparison.Ordinal);

        (await service.Client.GetServerAsync(Cancel)).Demand();
        Assert.Empty(await service.FaultsAsync());
    }

    private static string Headers(int count) => string.Concat(Enumerable.Range(0, count).Select(number => $"X-{number}: 1\r\n"));

    private static async Task<string> SendAsync(ServiceApplication service, string request)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(service.Socket), Cancel);
        await socket.SendAsync(Encoding.Latin1.GetBytes(request), Cancel);
        var answer = new byte[64];
        return Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer, Cancel));
    }
}
