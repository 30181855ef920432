using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>A connection on which a test can say what no HTTP client would.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client;

    private RawConnection(TcpClient client) => _client = client;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Cancel);
        return new(client);
    }

    public async Task SendAsync(string text) => await _client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), Cancel);

    /// <summary>Everything that is answered until the server closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var answer = new MemoryStream();
        try
        {
            await _client.GetStream().CopyToAsync(answer, Cancel);
        }
        catch (IOException)
        {
            // Closed with something of ours unread.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>The status of the next answer.</summary>
    public async Task<int> ReadStatusAsync()
    {
        using var reader = new StreamReader(_client.GetStream(), Encoding.Latin1, leaveOpen: true);
        var line = await reader.ReadLineAsync(Cancel);
        return int.Parse(line!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => _client.Dispose();
}
