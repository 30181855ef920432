using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace SessionState.Dashboard.SignIn.Accounts;

internal static class PasskeyEndpoints
{
    public const string Method = "passkey";

    public static void MapPasskey(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/passkey/options", AskAsync);
        routes.MapPost("/passkey", EnterAsync);
    }

    // For anybody's passkey: which accounts exist is nobody's business before the sign-in.
    private static async Task<Results<ContentHttpResult, BadRequest>> AskAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<Account> signIn) =>
        await antiforgery.IsRequestValidAsync(context)
            ? TypedResults.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json")
            : TypedResults.BadRequest();

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<SignInPage>>> EnterAsync(
        [FromForm] string? credential, [FromForm] string? returnUrl,
        HttpContext context, SignInManager<Account> signIn, UserManager<Account> users, Door door, SignInPages pages)
    {
        var (account, refusal) = await TryAsync(credential ?? "", signIn, users);
        if (account is null)
        {
            door.Refuse(context, "a passkey", Method, refusal!);
            return pages.Refuse(SignInProblem.PasskeyRefused, returnUrl);
        }

        await door.EnterAsync(context, account.ToActingUser(), Method);
        return TypedResults.LocalRedirect(SignInRoutes.LocalOrHome(returnUrl));
    }

    private static async Task<(Account? Account, string? Refusal)> TryAsync(string credential, SignInManager<Account> signIn, UserManager<Account> users)
    {
        PasskeyAssertionResult<Account> result;
        try
        {
            result = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException error)
        {
            // No question was asked in this browser, or too long ago.
            return (null, error.Message);
        }

        if (!result.Succeeded)
        {
            return (null, result.Failure.Message);
        }

        if (result.User.IsDisabled)
        {
            return (null, $"the account {result.User.UserName} is disabled");
        }

        // The signature counter, by which a copied key is noticed next time.
        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return (result.User, null);
    }
}
