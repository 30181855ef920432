using System.Diagnostics;

namespace SessionState.Dashboard.Hosting;

internal static class ErrorPage
{
    /// <summary>A request that fails by a fault of ours is answered with what to look for in the log, and nothing else.</summary>
    public static void UseErrorPage(this IApplicationBuilder app) => app.UseExceptionHandler(error => error.Run(context =>
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var id = Activity.Current?.Id ?? context.TraceIdentifier;
        return context.Response.WriteAsync($"The Dashboard made a mistake and could not answer. Details are in its log under {id}.", context.RequestAborted);
    }));
}
