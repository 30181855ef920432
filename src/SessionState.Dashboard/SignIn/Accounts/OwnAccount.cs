using Microsoft.AspNetCore.Identity;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>What people do with their own account. Methods return why something was refused, or null when it is done.</summary>
internal sealed class OwnAccount(IServiceScopeFactory scopes, SessionBook sessions, PasswordAttempts attempts)
{
    public const string NotLocal = "There is no account of yours here; you sign in another way.";

    /// <summary>Null for somebody who signs in without a local account.</summary>
    public Task<OwnAccountView?> FindAsync(ActingUser user) => UseAsync<OwnAccountView?>(user, null, async (services, account) =>
    {
        var passkeys = await services.GetRequiredService<UserManager<Account>>().GetPasskeysAsync(account);
        return new(account.UserName!, account.IsAdministrator, [.. passkeys.Select(ToPasskey).OrderBy(passkey => passkey.Created)]);
    });

    /// <summary>All other sessions end: whoever knew the old password is out.</summary>
    public Task<string?> ChangePasswordAsync(ActingUser user, string? session, string current, string wanted) => UseAsync<string?>(user, NotLocal, async (services, account) =>
    {
        if (!attempts.Allow(account.UserName!))
        {
            return "There were too many attempts. Wait a minute, then try again.";
        }

        if ((await services.GetRequiredService<PasswordDoor>().TryAsync(account.UserName!, current)).Account is null)
        {
            return "The present password is not right. After five wrong ones the account is locked for 15 minutes.";
        }

        var refusal = Refusal(await services.GetRequiredService<UserManager<Account>>().ChangePasswordAsync(account, current, wanted));
        if (refusal is null)
        {
            await sessions.EndAllAsync(user, except: session);
        }

        return refusal;
    });

    public Task<string?> RenamePasskeyAsync(ActingUser user, byte[] passkey, string name) => UseAsync<string?>(user, NotLocal, async (services, account) =>
    {
        if (name.Trim().Length is 0 or > Passkey.LongestName)
        {
            return $"The name of a passkey has 1 to {Passkey.LongestName} characters.";
        }

        var users = services.GetRequiredService<UserManager<Account>>();
        if (await users.GetPasskeyAsync(account, passkey) is not { } found)
        {
            return "That passkey has been removed already.";
        }

        found.Name = name.Trim();
        return Refusal(await users.AddOrUpdatePasskeyAsync(account, found));
    });

    /// <summary>All other sessions end: one of them may have been opened with it.</summary>
    public Task<string?> RemovePasskeyAsync(ActingUser user, string? session, byte[] passkey) => UseAsync<string?>(user, NotLocal, async (services, account) =>
    {
        var refusal = Refusal(await services.GetRequiredService<UserManager<Account>>().RemovePasskeyAsync(account, passkey));
        if (refusal is null)
        {
            await sessions.EndAllAsync(user, except: session);
        }

        return refusal;
    });

    private static Passkey ToPasskey(UserPasskeyInfo passkey) => new(passkey.CredentialId, passkey.Name ?? "Passkey", passkey.CreatedAt);

    private static string? Refusal(IdentityResult result) => result.Succeeded ? null : string.Join(' ', result.Errors.Select(error => error.Description));

    private async Task<T> UseAsync<T>(ActingUser user, T none, Func<IServiceProvider, Account, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return user.Issuer == Account.Issuer
            && await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(user.Subject) is { IsDisabled: false } account
                ? await work(scope.ServiceProvider, account)
                : none;
    }
}
