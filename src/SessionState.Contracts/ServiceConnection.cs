using System.IO.Pipes;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Principal;

namespace SessionState.Contracts;

/// <summary>
/// Opens connections to a Service. It makes sure, before the first byte, that the process behind the socket and the owner of the socket's
/// folder, or of the pipe on Windows, are ones to be trusted: this process's own user, root or SYSTEM, or the user named.
/// </summary>
public static class ServiceConnection
{
    /// <summary>A client for <see cref="ConfigurationServiceClient"/>; keep it and use it for all calls.</summary>
    /// <param name="address">Where the Service listens.</param>
    /// <param name="program">Who calls, "dashboard" or "appcmd": what the audit shows as the way a change came.</param>
    /// <param name="serviceUserId">On Linux: the user the Service runs as; null for this process's own user.</param>
    /// <param name="serviceSid">On Windows: the same, as a security identifier.</param>
    public static HttpClient Create(ServiceAddress address, string program, uint? serviceUserId = null, string? serviceSid = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),

            // Fewer than the Service works on at once: what is more waits here and is not sent away there.
            MaxConnectionsPerServer = 24,
            ConnectCallback = async (_, cancellationToken) => address.Transport == ServiceTransport.UnixSocket
                ? await ConnectSocketAsync(address.Location, serviceUserId, cancellationToken)
                : await ConnectPipeAsync(address.Location, serviceSid, cancellationToken),
        };

        // The name never leaves this process: the callback decides where the connection goes.
        var client = new HttpClient(handler) { BaseAddress = new Uri("http://localhost") };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(program, null));
        return client;
    }

    private static async ValueTask<Stream> ConnectSocketAsync(string path, uint? serviceUserId, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            if (OperatingSystem.IsLinux())
            {
                ServicePeerCheck.Demand(socket, path, serviceUserId);
            }

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Not run on Windows yet. Identification lets the Service learn who calls, without acting as the caller.
    private static async ValueTask<Stream> ConnectPipeAsync(string name, string? serviceSid, CancellationToken cancellationToken)
    {
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous, TokenImpersonationLevel.Identification);
        try
        {
            await pipe.ConnectAsync(cancellationToken);
            if (OperatingSystem.IsWindows())
            {
                PipeOwnerCheck.Demand(pipe, name, serviceSid);
            }

            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync();
            throw;
        }
    }
}
