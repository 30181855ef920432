namespace SessionState.Dashboard.Security;

/// <summary>
/// Lets only our own pages open circuits. Browsers send cookies with a WebSocket whatever page opens it, so without this any web site
/// could act in the name of whoever is signed in.
/// </summary>
internal static class OriginGuard
{
    public const string CircuitPath = "/_blazor";

    public static void UseOriginGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(CircuitPath) || IsOwn(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is [{ } origin]
        && origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
