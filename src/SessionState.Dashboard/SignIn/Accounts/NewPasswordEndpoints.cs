using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>The first account, and the accounts of those who were invited: whoever has the one-time link chooses the password.</summary>
internal static class NewPasswordEndpoints
{
    private const string Method = "password";
    private const string Differ = "The two passwords differ.";

    public static void MapNewPassword(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/setup", ShowSetup);
        routes.MapPost("/setup", SetUpAsync);
        routes.MapGet("/invitation", ShowInvitationAsync);
        routes.MapPost("/invitation", AcceptAsync);
    }

    private static RazorComponentResult<NewPasswordPage> ShowSetup(string? token, SetupLinks links, FirstAccount first, SignInConsole console)
    {
        var isGood = !first.IsMade && links.Look(token ?? "") == TokenState.Valid;
        return isGood ? Page(new(SignInRoutes.Setup, token, "", "", [])) : NoSetup(first, console);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<NewPasswordPage>>> SetUpAsync(
        [FromForm] string? token, [FromForm] string? name, [FromForm] string? displayName, [FromForm] string? password, [FromForm] string? again,
        HttpContext context, SetupLinks links, FirstAccount first, SignInConsole console, AccountMaking making, Door door)
    {
        if (first.IsMade || links.Look(token ?? "") != TokenState.Valid)
        {
            return NoSetup(first, console);
        }

        var account = new Account { UserName = name?.Trim(), DisplayName = displayName?.Trim() ?? "", IsAdministrator = true };
        var problems = password == again ? await making.CheckAsync(account, password ?? "") : [Differ];
        if (problems.Count > 0)
        {
            return Page(new(SignInRoutes.Setup, token, name ?? "", displayName ?? "", problems));
        }

        // Of two who send it at the same time one gets in.
        if (links.Use(token!) != TokenState.Valid)
        {
            return NoSetup(first, console);
        }

        await making.CreateAsync(account, password!);
        first.Made();
        await door.EnterAsync(context, account.ToActingUser(), Method);
        return TypedResults.LocalRedirect("/");
    }

    private static async Task<RazorComponentResult<NewPasswordPage>> ShowInvitationAsync(string? token, AccountMaking making) =>
        await making.InvitedAsync(token ?? "") is { } account
            ? Page(new(SignInRoutes.Invitation, token, account.UserName!, account.DisplayName, []))
            : NoInvitation();

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<NewPasswordPage>>> AcceptAsync(
        [FromForm] string? token, [FromForm] string? password, [FromForm] string? again, HttpContext context, AccountMaking making, Door door)
    {
        if (await making.InvitedAsync(token ?? "") is not { } account)
        {
            return NoInvitation();
        }

        var problems = password == again ? await making.CheckAsync(account, password ?? "") : [Differ];
        if (problems.Count > 0)
        {
            return Page(new(SignInRoutes.Invitation, token, account.UserName!, account.DisplayName, problems));
        }

        if (!await making.AcceptAsync(token!, account, password!))
        {
            return NoInvitation();
        }

        await door.EnterAsync(context, account.ToActingUser(), Method);
        return TypedResults.LocalRedirect("/");
    }

    private static RazorComponentResult<NewPasswordPage> NoSetup(FirstAccount first, SignInConsole console)
    {
        console.PrintLinks();
        return Page(new(SignInRoutes.Setup, null, "", "",
            [first.IsMade ? "The first account has been made already. Whoever administers accounts can invite you." : "This link no longer works. A new one is on the console of the Dashboard."]));
    }

    private static RazorComponentResult<NewPasswordPage> NoInvitation() => Page(new(SignInRoutes.Invitation, null, "", "",
        ["This invitation has been used or is too old. Ask whoever invited you for another."]));

    private static RazorComponentResult<NewPasswordPage> Page(NewPasswordView view) =>
        new(new Dictionary<string, object?> { [nameof(NewPasswordPage.View)] = view })
        {
            StatusCode = view.Problems.Count == 0 ? StatusCodes.Status200OK : view.Token is null ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity,
        };
}
