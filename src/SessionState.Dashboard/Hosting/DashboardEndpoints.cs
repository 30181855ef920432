using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Connections;
using SessionState.Dashboard.Components;

namespace SessionState.Dashboard.Hosting;

internal static class DashboardEndpoints
{
    /// <summary>The only files that are served before sign-in, because the sign-in page needs them.</summary>
    private static readonly string[] SignInAssets = ["css/plain", "favicon", "js/passkey"];

    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health/live", () => "ok").AllowAnonymous();

    public static void MapDashboardAssets(this IEndpointRouteBuilder routes) => routes.MapStaticAssets().Add(endpoint =>
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path } && SignInAssets.Any(path.StartsWith))
        {
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
        }
    });

    public static void MapScreens(this IEndpointRouteBuilder routes) => routes.MapRazorComponents<App>()
        .AddInteractiveServerRenderMode(options =>
        {
            // Our own policy says so for every response; the framework would add a second one.
            options.ContentSecurityFrameAncestorsPolicy = null;

            // Compression of secrets together with text that others choose can be measured (CRIME, BREACH).
            options.DisableWebSocketCompression = true;
        })
        .RequireAuthorization()
        .Add(endpoint =>
        {
            foreach (var circuits in endpoint.Metadata.OfType<HttpConnectionDispatcherOptions>())
            {
                circuits.CloseOnAuthenticationExpiration = true;
                circuits.Transports = HttpTransportType.WebSockets;
            }
        });
}
