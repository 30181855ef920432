using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using SessionState.Dashboard.Security;

namespace SessionState.Dashboard.Hosting;

internal static class DashboardServer
{
    private const int RetainedCircuits = 50;
    private const int LargestHeaders = 32 * 1024;
    private const int LargestBody = 64 * 1024;
    private const int LargestMessage = 32 * 1024;
    private const int MostHeaders = 100;
    private const int UnseenPictures = 10;

    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan IdleConnections = TimeSpan.FromMinutes(1);
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    public static void UseDashboardServer(this WebApplicationBuilder builder, DashboardOptions options)
    {
        if (options.Urls.Count > 0)
        {
            builder.WebHost.UseUrls([.. options.Urls]);
        }

        // Unpublished build output serves its static files in every environment; a published folder needs and has no such list.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
            kestrel.Limits.MaxRequestBodySize = LargestBody;

            // Whoever sends or reads in drops keeps a connection from others.
            kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
            kestrel.Limits.KeepAliveTimeout = IdleConnections;
            kestrel.Limits.MinRequestBodyDataRate = Slowest;
            kestrel.Limits.MinResponseDataRate = Slowest;
        });
        builder.Services.Configure<CircuitOptions>(circuits =>
        {
            circuits.DetailedErrors = false;
            circuits.MaxBufferedUnacknowledgedRenderBatches = UnseenPictures;
            circuits.DisconnectedCircuitMaxRetained = RetainedCircuits;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
        });
        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub =>
        {
            hub.EnableDetailedErrors = false;
            hub.MaximumReceiveMessageSize = LargestMessage;
            hub.AddFilter<MessagePace>();
            hub.AddFilter<CircuitOwners>();
        });
    }
}
