using SessionState.Contracts;

namespace SessionState.Service.Endpoints;

/// <summary>What the framework refuses by itself, and faults of ours, in the shape of every other problem. Nothing of their inside is told.</summary>
internal static partial class FrameworkProblems
{
    private const int LongestPath = 200;

    public static void AddFrameworkProblems(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    public static void UseFrameworkProblems(this WebApplication app)
    {
        app.UseExceptionHandler(failed => failed.Run(context => Of(500).ToResult().ExecuteAsync(context)));
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FrameworkProblems));
        app.UseStatusCodePages(pages =>
        {
            var context = pages.HttpContext;
            LogRefused(log, context.Response.StatusCode, context.Request.Method, Show(context.Request.Path));
            return Of(context.Response.StatusCode).ToResult().ExecuteAsync(context);
        });
    }

    // Escaped as in a URL, so nothing in it can pass for another line of the log. What is asked for stays out.
    private static string Show(PathString path) =>
        path.ToUriComponent() is { Length: > LongestPath } text ? text[..LongestPath] + "…" : path.ToUriComponent();

    public static Problem Of(int status) => status switch
    {
        404 => new(ProblemCodes.NotFound, "No such address", "The service knows no such address.", status)
        {
            Remedy = "The caller may be of another version than the service.",
        },
        405 => new(ProblemCodes.MethodNotAllowed, "Wrong method", "The address does not know this method.", status),
        408 => new(ProblemCodes.BadRequest, "Too slow", "The request's body was not there within five seconds.", status),
        413 => new(ProblemCodes.TooLarge, "Too much at once", "The request's body is longer than this address takes: 64 KB, or 1 MB for changes.", status),
        415 => new(ProblemCodes.UnsupportedMediaType, "Not JSON", "The request's body must be application/json.", status),
        < 500 => new(
            ProblemCodes.BadRequest,
            "The request is not understood",
            "A parameter or the body is not written as the contract says: a missing, unknown or repeated member, or a value of another type.",
            status),
        503 => new(ProblemCodes.Overloaded, "Too much at once", "The service works on as many requests as it can, and as many wait as may.", status)
        {
            Remedy = "Try again in a few seconds.",
        },
        504 => new(ProblemCodes.Overloaded, "It took too long", "The service did not come to an answer within half a minute.", status)
        {
            Remedy = "Ask for less at once, or try again when the machine has less to do.",
        },
        _ => new(ProblemCodes.Internal, "A fault in the service", "The service met a fault of its own. Its log says more.", status)
        {
            Remedy = "Try again; if it stays, tell whoever runs the service.",
        },
    };

    [LoggerMessage(LogLevel.Warning, "Refused with {Status}: {Method} {Path}")]
    private static partial void LogRefused(ILogger logger, int status, string method, string path);
}
