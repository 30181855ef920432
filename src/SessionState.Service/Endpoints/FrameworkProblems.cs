using SessionState.Contracts;

namespace SessionState.Service.Endpoints;

/// <summary>What the framework refuses by itself, and faults of ours, in the shape of every other problem. Nothing of their inside is told.</summary>
internal static class FrameworkProblems
{
    public static void AddFrameworkProblems(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    public static void UseFrameworkProblems(this WebApplication app)
    {
        app.UseExceptionHandler(failed => failed.Run(context => Of(500).ToResult().ExecuteAsync(context)));
        app.UseStatusCodePages(pages => Of(pages.HttpContext.Response.StatusCode).ToResult().ExecuteAsync(pages.HttpContext));
    }

    private static Problem Of(int status) => status switch
    {
        404 => new(ProblemCodes.NotFound, "No such address", "The service knows no such address.", status)
        {
            Remedy = "The caller may be of another version than the service.",
        },
        405 => new(ProblemCodes.MethodNotAllowed, "Wrong method", "The address does not know this method.", status),
        413 => new(ProblemCodes.TooLarge, "Too much at once", "The request's body is longer than this address takes: 64 KB, or 1 MB for changes.", status),
        415 => new(ProblemCodes.UnsupportedMediaType, "Not JSON", "The request's body must be application/json.", status),
        < 500 => new(
            ProblemCodes.BadRequest,
            "The request is not understood",
            "A parameter or the body is not written as the contract says: a missing, unknown or repeated member, or a value of another type.",
            status),
        _ => new(ProblemCodes.Internal, "A fault in the service", "The service met a fault of its own. Its log says more.", status)
        {
            Remedy = "Try again; if it stays, tell whoever runs the service.",
        },
    };
}
