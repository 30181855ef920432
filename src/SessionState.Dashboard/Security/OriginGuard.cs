namespace SessionState.Dashboard.Security;

/// <summary>
/// Lets only our own pages open circuits. Browsers send cookies with a WebSocket whatever page opens it, so without this any web site
/// could act in the name of whoever is signed in.
/// </summary>
internal static class OriginGuard
{
    public const string CircuitPath = "/_blazor";
    public const string InitializersPath = "/_blazor/initializers";

    public static void UseOriginGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(CircuitPath) || IsOwn(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    // Browsers name no origin when a page reads a file of its own site, and the list of start-up scripts is such a file.
    private static bool IsOwn(HttpRequest request) => request.Headers.Origin switch
    {
        [{ } origin] => origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase),
        [] => HttpMethods.IsGet(request.Method) && request.Path == InitializersPath,
        _ => false,
    };
}
