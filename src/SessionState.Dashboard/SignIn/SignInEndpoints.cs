using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SessionState.Dashboard.SignIn.Accounts;
using SessionState.Dashboard.SignIn.Demo;
using SessionState.Dashboard.SignIn.OpenIdConnect;
using SessionState.Dashboard.SignIn.Windows;

namespace SessionState.Dashboard.SignIn;

internal static class SignInEndpoints
{
    public const string LinkMethod = "link";

    public static void MapSignIn(this IEndpointRouteBuilder routes, SignInOptions options)
    {
        var group = routes.MapGroup(SignInRoutes.Page).AllowAnonymous().RequireRateLimiting(Security.RequestLimits.SignIn);
        group.MapGet("", Show);
        if (options.Link)
        {
            group.MapPost("", UseAsync);
        }

        if (options.Demo)
        {
            group.MapDemo();
        }

        if (options.Local)
        {
            group.MapPassword();
            group.MapPasskey();
            group.MapNewPassword();
            routes.MapOwnPasskeys();
        }

        if (options.Windows)
        {
            group.MapWindows();
        }

        group.MapProviders(options.Providers);
        routes.MapProviderLogouts(options.Providers);
        routes.MapPost(SignInRoutes.SignOut, LeaveAsync);
    }

    private static RazorComponentResult<SignInPage> Show(
        string? token, string? returnUrl, bool? again, HttpContext context, SignInLinks links, SignInOptions options, SignInPages pages)
    {
        if (again is true && context.User.ToActingUser() is { } person)
        {
            return pages.ShowAgain(returnUrl, person);
        }

        if (string.IsNullOrEmpty(token) || !options.Link)
        {
            return pages.Show(returnUrl);
        }

        var state = links.Look(token);
        return state == TokenState.Valid ? pages.Show(returnUrl, token) : pages.Refuse(ProblemOf(state), returnUrl);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<SignInPage>>> UseAsync(
        [FromForm] string? token, [FromForm] string? returnUrl, HttpContext context, SignInLinks links, SignInConsole console, Door door, SignInPages pages)
    {
        var state = links.Use(token ?? "");
        if (state != TokenState.Valid)
        {
            door.Refuse(context, "a one-time link", LinkMethod, state.ToString());
            return pages.Refuse(ProblemOf(state), returnUrl);
        }

        await door.EnterAsync(context, SignInPages.LinkUser, LinkMethod);
        console.PrintLinks();
        return TypedResults.LocalRedirect(SignInRoutes.LocalOrHome(returnUrl));
    }

    private static async Task<Results<RedirectHttpResult, BadRequest<string>>> LeaveAsync(HttpContext context, IAntiforgery antiforgery, Door door)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest("This page was open for too long. Go back, reload it and sign out again.");
        }

        await door.LeaveAsync(context);
        return TypedResults.LocalRedirect(SignInRoutes.Page);
    }

    private static SignInProblem ProblemOf(TokenState state) => state switch
    {
        TokenState.Used => SignInProblem.LinkUsed,
        TokenState.Expired => SignInProblem.LinkExpired,
        _ => SignInProblem.LinkUnknown,
    };
}
