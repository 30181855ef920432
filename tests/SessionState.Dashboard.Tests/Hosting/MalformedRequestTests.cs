namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>
/// Requests that two servers in a row could take for different ones, and requests without end. ASVS 4.2.1. Rows H01, H03 and H04.
/// </summary>
public sealed class MalformedRequestTests(KestrelDashboard dashboard) : IClassFixture<KestrelDashboard>
{
    private const string Post = "POST /signin HTTP/1.1\r\nHost: localhost\r\n";

    public static TheoryData<string, int, string> Requests => new()
    {
        { "H01 no host", 400, "GET /signin HTTP/1.1\r\n\r\n" },
        { "H01 foreign host", 400, "GET /signin HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n" },
        { "H01 two hosts", 400, "GET /signin HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n" },
        { "H01 the same host twice", 400, "GET /signin HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n" },
        { "H01 host and absolute address differ", 400, "GET http://evil.example/signin HTTP/1.1\r\nHost: localhost\r\n\r\n" },
        { "H03 bare line feed in a chunk extension", 400, Post + "Transfer-Encoding: chunked\r\n\r\n1;a=\nb\r\nx\r\n0\r\n\r\n" },
        { "H03 bare line feed after a chunk's size", 400, Post + "Transfer-Encoding: chunked\r\n\r\n1\nx\r\n0\r\n\r\n" },
        { "H03 chunk size that overflows", 400, Post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nx\r\n0\r\n\r\n" },
        { "H04 length and chunks", 400, Post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n" },
        { "H04 chunks and length", 400, Post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n" },
        { "H04 two lengths", 400, Post + "Content-Length: 1\r\nContent-Length: 5\r\n\r\nx" },
        { "H04 two lengths in one header", 400, Post + "Content-Length: 1, 5\r\n\r\nx" },
        { "H04 length with a sign", 400, Post + "Content-Length: +1\r\n\r\nx" },
        { "H04 another encoding last", 400, Post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" },
        { "H04 folded header", 400, "GET /signin HTTP/1.1\r\nHost: localhost\r\nX-Long: a\r\n b\r\n\r\n" },
        { "H04 blank before the colon", 400, Post + "Content-Length : 1\r\n\r\nx" },
        { "H04 header with NUL", 400, "GET /signin HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n" },
        { "H04 33 KB of headers", 431, "GET /signin HTTP/1.1\r\nHost: localhost\r\nX: " + new string('x', 33 * 1024) + "\r\n\r\n" },
        { "H04 101 headers", 431, "GET /signin HTTP/1.1\r\nHost: localhost\r\n" + string.Concat(Enumerable.Range(1, 100).Select(number => $"X-{number}: x\r\n")) + "\r\n" },
        { "H04 endless request line", 414, "GET /" + new string('x', 9 * 1024) + " HTTP/1.1\r\nHost: localhost\r\n\r\n" },
        { "H04 no HTTP", 400, "\x16\x03\x01 hello\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_Malformed_IsRefusedOnceAndTheConnectionClosed(string name, int status, string request)
    {
        using var connection = await RawConnection.OpenAsync(dashboard.Port);

        await connection.SendAsync(request);

        var answer = await connection.ReadToEndAsync();
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.True(answer.Split("HTTP/1.1 ").Length == 2, $"{name}: what followed was answered as well.");
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_WithAChunkExtension_IsRead()
    {
        using var connection = await RawConnection.OpenAsync(dashboard.Port);

        await connection.SendAsync("POST /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\nx\r\n0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 401 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
