using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SessionState.Dashboard.SignIn.Accounts;

internal static class PasswordEndpoints
{
    public const string Method = "password";

    public static void MapPassword(this IEndpointRouteBuilder routes) => routes.MapPost("/password", EnterAsync);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<SignInPage>>> EnterAsync(
        [FromForm] string? name, [FromForm] string? password, [FromForm] string? returnUrl,
        HttpContext context, PasswordAttempts attempts, PasswordDoor passwords, Door door, SignInPages pages)
    {
        name ??= "";
        if (!attempts.Allow(name))
        {
            door.Refuse(context, name, Method, "too many attempts in a minute");
            return pages.Refuse(SignInProblem.TooManyAttempts, returnUrl, name);
        }

        var (account, refusal) = await passwords.TryAsync(name, password ?? "");
        if (account is null)
        {
            door.Refuse(context, name, Method, refusal!);
            return pages.Refuse(SignInProblem.WrongPassword, returnUrl, name);
        }

        await door.EnterAsync(context, account.ToActingUser(), Method);
        return TypedResults.LocalRedirect(SignInRoutes.LocalOrHome(returnUrl));
    }
}
