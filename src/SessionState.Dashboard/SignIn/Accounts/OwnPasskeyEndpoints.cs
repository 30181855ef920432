using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>Making a passkey takes two requests, because the challenge lies in a cookie between them.</summary>
internal static class OwnPasskeyEndpoints
{
    /// <summary>A passkey lasts longer than the session in which it is made, so who makes one has signed in just now.</summary>
    public static readonly TimeSpan FreshSignIn = TimeSpan.FromMinutes(10);

    private const string Options = "/account/passkeys/options";
    private const string Made = "/account/passkeys";

    public static void MapOwnPasskeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Options, AskAsync);
        routes.MapPost(Made, KeepAsync);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> AskAsync(
        HttpContext context, IAntiforgery antiforgery, SessionBook sessions, TimeProvider time, SignInManager<Account> signIn, UserManager<Account> users)
    {
        var (account, refusal) = await AdmitAsync(context, antiforgery, sessions, time, users);
        if (account is null)
        {
            return refusal!;
        }

        var options = await signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id, Name = account.UserName!, DisplayName = account.DisplayName });
        return TypedResults.Content(options, "application/json");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> KeepAsync(
        string? name, HttpContext context, IAntiforgery antiforgery, SessionBook sessions, TimeProvider time, SignInManager<Account> signIn, UserManager<Account> users)
    {
        var (account, refusal) = await AdmitAsync(context, antiforgery, sessions, time, users);
        if (account is null)
        {
            return refusal!;
        }

        using var body = new StreamReader(context.Request.Body);
        var result = await AttestAsync(signIn, await body.ReadToEndAsync(context.RequestAborted));
        if (result is not { Succeeded: true } || result.UserEntity.Id != account.Id)
        {
            return Refuse(result?.Failure?.Message ?? "The browser's answer came too late.");
        }

        result.Passkey.Name = name is { Length: > 0 and <= Passkey.LongestName } ? name : "Passkey";
        var kept = await users.AddOrUpdatePasskeyAsync(account, result.Passkey);
        return kept.Succeeded ? TypedResults.NoContent() : Refuse(string.Join(' ', kept.Errors.Select(error => error.Description)));
    }

    private static async Task<(Account? Account, ProblemHttpResult? Refusal)> AdmitAsync(
        HttpContext context, IAntiforgery antiforgery, SessionBook sessions, TimeProvider time, UserManager<Account> users)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return (null, Refuse("This page was open for too long. Reload it and try again."));
        }

        if (context.User.ToActingUser() is not { Issuer: Account.Issuer } user || await users.FindByIdAsync(user.Subject) is not { IsDisabled: false } account)
        {
            return (null, Refuse(OwnAccount.NotLocal));
        }

        var isFresh = sessions.Find(context.User.SessionId()) is { } session && time.GetUtcNow() - session.Started < FreshSignIn;
        return isFresh ? (account, null) : (null, Refuse("You signed in a while ago. Sign out, sign in again, and add the passkey within ten minutes."));
    }

    private static async Task<PasskeyAttestationResult?> AttestAsync(SignInManager<Account> signIn, string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No question was asked in this browser, or too long ago.
            return null;
        }
    }

    private static ProblemHttpResult Refuse(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden);
}
