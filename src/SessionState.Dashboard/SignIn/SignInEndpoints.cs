using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn;

internal static class SignInEndpoints
{
    /// <summary>The user who started the Dashboard: whoever reads its console is taken for this person.</summary>
    private static readonly ActingUser User = new("local", Environment.UserName, Environment.UserName);

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(SignInRoutes.Page).AllowAnonymous().RequireRateLimiting(SignInRateLimit.Policy);
        group.MapGet("", Show);
        group.MapPost("", UseAsync);
        routes.MapPost(SignInRoutes.SignOut, LeaveAsync);
    }

    private static RazorComponentResult<SignInPage> Show(string? token, string? returnUrl, SignInLinks links, SignInConsole console) =>
        string.IsNullOrEmpty(token) ? Page(null, null, returnUrl, console) : Page(token, links.Look(token), returnUrl, console);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<SignInPage>>> UseAsync(
        [FromForm] string? token, [FromForm] string? returnUrl, HttpContext context, SignInLinks links, SignInConsole console, Sessions sessions)
    {
        var state = links.Use(token ?? "");
        if (state != TokenState.Valid)
        {
            return Page(token, state, returnUrl, console);
        }

        await context.SignInAsync(User.ToPrincipal(sessions.Start()));
        console.PrintLink();
        return TypedResults.LocalRedirect(SignInRoutes.LocalOrHome(returnUrl));
    }

    private static async Task<Results<RedirectHttpResult, BadRequest<string>>> LeaveAsync(HttpContext context, IAntiforgery antiforgery, Sessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest("This page was open for too long. Go back, reload it and sign out again.");
        }

        if (context.User.SessionId() is { } session)
        {
            sessions.End(session);
        }

        await context.SignOutAsync();
        return TypedResults.LocalRedirect(SignInRoutes.Page);
    }

    private static RazorComponentResult<SignInPage> Page(string? token, TokenState? state, string? returnUrl, SignInConsole console)
    {
        // A link that no longer works is replaced on the console, which is where the page sends its reader.
        console.PrintLink();
        var parameters = new Dictionary<string, object?>
        {
            [nameof(SignInPage.Token)] = token,
            [nameof(SignInPage.State)] = state,
            [nameof(SignInPage.ReturnUrl)] = SignInRoutes.LocalOrHome(returnUrl),
            [nameof(SignInPage.UserName)] = User.Name,
        };
        var status = state is null or TokenState.Valid ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
        return new RazorComponentResult<SignInPage>(parameters) { StatusCode = status };
    }
}
