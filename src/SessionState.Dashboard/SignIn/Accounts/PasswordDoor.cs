using Microsoft.AspNetCore.Identity;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>Whether a name and a password belong together. Why not is for the log: whoever guesses learns nothing.</summary>
internal sealed class PasswordDoor(UserManager<Account> users, SignInManager<Account> signIn)
{
    private static readonly Account Nobody = new();
    private static readonly string NobodysPassword = new PasswordHasher<Account>().HashPassword(Nobody, OneTimeTokens.Create());

    /// <summary>Exactly one of the two.</summary>
    public async Task<(Account? Account, string? Refusal)> TryAsync(string name, string password)
    {
        if (password.Length > AccountRules.LongestPassword || await users.FindByNameAsync(name) is not { } account)
        {
            // As long as for a real account, so that names cannot be found out by the time it takes.
            users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysPassword, password[..Math.Min(password.Length, AccountRules.LongestPassword)]);
            return (null, "there is no such account");
        }

        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } when account.IsDisabled => (null, "the account is disabled"),
            { Succeeded: true } => (account, null),
            { IsLockedOut: true } => (null, "the account is locked after too many wrong passwords"),
            _ => (null, "the password is wrong"),
        };
    }
}
