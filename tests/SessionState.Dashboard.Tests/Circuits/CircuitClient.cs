using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using SessionState.Dashboard.Tests.Hosting;

namespace SessionState.Dashboard.Tests.Circuits;

/// <summary>A browser's side of a circuit, without the browser: it can say what no browser would.</summary>
internal sealed partial class CircuitClient : IDisposable
{
    public const string Base = "http://localhost/";

    // For all that a test does with it. The server says from time to time that it is there, so waiting for each message would never end.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly WebSocket _socket;
    private readonly MemoryStream _unread = new();
    private readonly Queue<object?[]> _messages = new();
    private int _invocations;

    private CircuitClient(WebSocket socket)
    {
        _socket = socket;
        _patience.CancelAfter(Patience);
    }

    /// <summary>The numbers of what the server had the page show.</summary>
    public List<long> Pictures { get; } = [];

    /// <summary>What the server said was wrong, by calling JS.Error.</summary>
    public List<string> Errors { get; } = [];

    /// <param name="dashboard">The host.</param>
    /// <param name="cookie">The sign-in cookie, as a request carries it.</param>
    public static async Task<CircuitClient> ConnectAsync(DashboardFactory dashboard, string cookie)
    {
        var client = dashboard.Server.CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            request.Headers.Cookie = cookie;
            request.Headers.Origin = "http://localhost";
        };
        var circuit = new CircuitClient(await client.ConnectAsync(new Uri("ws://localhost/_blazor"), TestContext.Current.CancellationToken));
        await circuit.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString((await circuit.ReceiveAsync())!));
        return circuit;
    }

    /// <summary>The id of the new circuit, or null when it was refused.</summary>
    public async Task<string?> StartAsync() => await InvokeAsync("StartCircuit", Base, Base, "[]", "") as string;

    /// <summary>The answer; null also when the server said no or hung up.</summary>
    public async Task<object?> InvokeAsync(string target, params object?[] arguments)
    {
        var id = $"{++_invocations}";
        await SendAsync(MessagePackWriter.Invocation(id, target, arguments));
        while (await NextAsync() is { } message)
        {
            if (message is [3L, _, string answered, ..] && answered == id)
            {
                return message is [_, _, _, 3L, var result] ? result : null;
            }
        }

        return null;
    }

    public Task TellAsync(string target, params object?[] arguments) => SendAsync(MessagePackWriter.Invocation(null, target, arguments));

    /// <summary>Has the parts of a page shown, as the page's own script asks for them.</summary>
    public Task ShowAsync(string page)
    {
        var parts = Part().Matches(page).Select((part, index) => $$"""{"type":"add","ssrComponentId":{{index + 1}},"marker":{{part.Groups[1].Value}}}""");
        return TellAsync("UpdateRootComponents", $$"""{"batchId":1,"operations":[{{string.Join(',', parts)}}]}""", "");
    }

    /// <summary>Tells that the newest picture was shown.</summary>
    public Task AcknowledgeAsync() => TellAsync("OnRenderCompleted", Pictures.Max(), null);

    /// <summary>Waits until the server sends another picture; false when it hung up.</summary>
    public async Task<bool> PictureAsync()
    {
        var known = Pictures.Count;
        while (Pictures.Count == known)
        {
            if (await NextAsync() is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Waits until the server hangs up.</summary>
    public async Task HungUpAsync()
    {
        while (await NextAsync() is not null)
        {
        }
    }

    /// <summary>Waits for the server's next word that something was wrong; false when it hung up without one.</summary>
    public async Task<bool> ToldErrorAsync()
    {
        while (Errors.Count == 0)
        {
            if (await NextAsync() is null)
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _unread.Dispose();
        _patience.Dispose();
    }

    [GeneratedRegex("<!--Blazor:({.*?})-->")]
    private static partial Regex Part();

    private async Task SendAsync(byte[] bytes)
    {
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, TestContext.Current.CancellationToken);
        }
        catch (Exception error) when (error is WebSocketException or IOException or ObjectDisposedException)
        {
            // It hung up already; whoever reads next finds out.
        }
    }

    // Null when the server has hung up.
    private async Task<object?[]?> NextAsync()
    {
        while (_messages.Count == 0)
        {
            if (await ReceiveAsync() is not { } bytes)
            {
                return null;
            }

            Parse(bytes);
        }

        var message = _messages.Dequeue();
        if (message is [1L, _, _, "JS.Error", object?[] and [string error, ..], ..])
        {
            Errors.Add(error);
        }

        if (message is [1L, _, _, "JS.RenderBatch", object?[] and [long picture, ..], ..])
        {
            Pictures.Add(picture);
        }

        return message is [7L, ..] ? null : message;
    }

    private void Parse(byte[] bytes)
    {
        var rest = bytes.AsSpan();
        while (rest.Length > 0)
        {
            int length = 0, shift = 0, used = 0;
            do
            {
                length |= (rest[used] & 0x7f) << shift;
                shift += 7;
            }
            while ((rest[used++] & 0x80) != 0);
            _messages.Enqueue((object?[])new MessagePackReader(rest.Slice(used, length)).Read()!);
            rest = rest[(used + length)..];
        }
    }

    private async Task<byte[]?> ReceiveAsync()
    {
        var buffer = new byte[16 * 1024];
        _unread.SetLength(0);
        try
        {
            WebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer, _patience.Token);
                _unread.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage && part.MessageType != WebSocketMessageType.Close);
            return part.MessageType == WebSocketMessageType.Close ? null : _unread.ToArray();
        }
        catch (Exception error) when (error is WebSocketException or IOException)
        {
            return null;
        }
    }
}
