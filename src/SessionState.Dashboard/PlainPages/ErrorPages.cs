using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SessionState.Dashboard.PlainPages;

/// <summary>Every refusal and fault has a page with a sentence; programs get the status alone.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseStatusCodePages(ShowAsync);
        app.UseExceptionHandler(error => error.Run(_ => Task.CompletedTask));
    }

    public static bool IsForPerson(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task ShowAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (!IsForPerson(http.Request))
        {
            return Task.CompletedTask;
        }

        var (title, message) = Explain(http);
        var page = new RazorComponentResult<MessagePage>(new { Title = title, Message = message }) { StatusCode = http.Response.StatusCode };
        return page.ExecuteAsync(http);
    }

    private static (string Title, string Message) Explain(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => ("Not found", $"There is no page at {context.Request.Path}."),
        StatusCodes.Status400BadRequest => ("Not understood", "The page was open for too long, or its form was changed. Go back, reload it and try again."),
        StatusCodes.Status429TooManyRequests => ("Too many attempts", "There were too many attempts to sign in from this address. Wait a minute, then try again."),
        >= StatusCodes.Status500InternalServerError => (
            "A mistake of ours",
            $"The Dashboard made a mistake and could not answer. Its log has the details under {Activity.Current?.Id ?? context.TraceIdentifier}."),
        _ => ("Refused", "The Dashboard does not answer this request."),
    };
}
