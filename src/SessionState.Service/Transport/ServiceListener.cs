using Microsoft.AspNetCore.Server.Kestrel.Core;
using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Transport;

/// <summary>Kestrel on a Unix domain socket, or a named pipe on Windows. There is no TCP.</summary>
internal static class ServiceListener
{
    public const long MaxBodyBytes = 64 * 1024;

    /// <summary>A node's path is part of the request's line, and nothing longer is asked for.</summary>
    public const int MaxLineBytes = 16 * 1024;

    /// <summary>A person and their groups are one of the headers.</summary>
    public const int MaxHeaderBytes = 64 * 1024;
    public const int MaxHeaders = 40;
    public const int MaxConnections = 256;
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(5);

    public static void Listen(this WebApplicationBuilder builder, ServiceOptions options)
    {
        builder.WebHost.UseKestrelCore();
        if (OperatingSystem.IsWindows() && options.Address.Transport == ServiceTransport.NamedPipe)
        {
            // Not run on Windows yet. Kestrel asks for the first instance of the name: it is ours or we fail.
            var rights = PipeRights.Of(options.AllowedSids);
            builder.WebHost.UseNamedPipes(pipes => (pipes.CurrentUserOnly, pipes.PipeSecurity) = (false, rights));
        }

        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options));
    }

    private static void Configure(KestrelServerOptions kestrel, ServiceOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.MaxRequestLineSize = MaxLineBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        kestrel.Limits.MaxRequestHeaderCount = MaxHeaders;
        kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
        kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
        if (options.Address.Transport == ServiceTransport.NamedPipe)
        {
            kestrel.ListenNamedPipe(options.Address.Location);
            return;
        }

        if (options.InheritedSocket is { } socket)
        {
            kestrel.ListenHandle(socket, endpoint => AdmitPeers(endpoint, options));
        }
        else
        {
            kestrel.ListenUnixSocket(options.Address.Location, endpoint => AdmitPeers(endpoint, options));
        }
    }

    private static void AdmitPeers(ListenOptions endpoint, ServiceOptions options)
    {
        // Elsewhere than on Linux the kernel is not asked who calls; the folder's rights are all there is.
        if (OperatingSystem.IsLinux())
        {
            var log = endpoint.ApplicationServices.GetRequiredService<ILogger<PeerAdmission>>();
            var denials = endpoint.ApplicationServices.GetRequiredService<AuditDenials>();
            endpoint.Use(new PeerAdmission(options.AllowedUids, denials, log).Around);
        }
    }
}
