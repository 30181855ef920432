using Microsoft.AspNetCore.HttpOverrides;

namespace SessionState.Dashboard.Security;

/// <summary>Takes the browser's address and https from a reverse proxy, from those that are configured and from nobody else.</summary>
internal static class Proxies
{
    public static void UseProxies(this IApplicationBuilder app, IReadOnlyList<System.Net.IPNetwork> known)
    {
        if (known.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in known)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
