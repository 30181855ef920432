using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>
/// Adds people and shuts them out. Each method asks anew whether <c>by</c> administers accounts: a page that was open for long must
/// not know better than the database.
/// </summary>
internal sealed class AccountAdministration(IServiceScopeFactory scopes, SessionBook sessions, TimeProvider time, ILogger<AccountAdministration> log)
{
    public const string Forbidden = "You do not administer the accounts of this Dashboard.";

    private const string Gone = "There is no such account any more.";

    /// <summary>Null for somebody who does not administer accounts.</summary>
    public async Task<IReadOnlyList<AccountSummary>?> ListAsync(ActingUser by)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await IsAdministratorAsync(users, by)
            ? [.. (await users.Users.AsNoTracking().ToListAsync()).Select(Summary).OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase)]
            : null;
    }

    /// <summary>Makes an account without a password, and the token of the invitation to choose one.</summary>
    public async Task<Invited> InviteAsync(ActingUser by, string name, string displayName, bool isAdministrator)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (!await IsAdministratorAsync(users, by))
        {
            return new(null, Forbidden);
        }

        if (displayName.Trim().Length is 0 or > Account.LongestName)
        {
            return new(null, $"The person's name has 1 to {Account.LongestName} characters.");
        }

        var account = new Account { UserName = name.Trim(), DisplayName = displayName.Trim(), IsAdministrator = isAdministrator };
        var result = await users.CreateAsync(account);
        if (!result.Succeeded)
        {
            return new(null, string.Join(' ', result.Errors.Select(error => error.Description)));
        }

        log.LogInformation("{By} invited {Name}", by.Name, account.UserName);
        return await InviteAsync(scope, account);
    }

    /// <summary>Another invitation, for who has lost the first one or the password. The old password goes on working until it is accepted.</summary>
    public async Task<Invited> InviteAgainAsync(ActingUser by, string id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (!await IsAdministratorAsync(users, by))
        {
            return new(null, Forbidden);
        }

        if (await users.FindByIdAsync(id) is not { IsDisabled: false } account)
        {
            return new(null, Gone);
        }

        log.LogInformation("{By} invited {Name} to choose a new password", by.Name, account.UserName);
        return await InviteAsync(scope, account);
    }

    /// <summary>Shuts somebody out at once, or lets them in again. Returns why that is refused, or null when it is done.</summary>
    public async Task<string?> DisableAsync(ActingUser by, string id, bool isDisabled)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (!await IsAdministratorAsync(users, by))
        {
            return Forbidden;
        }

        if (by.Subject == id)
        {
            return "You cannot disable yourself; another administrator can.";
        }

        if (await users.FindByIdAsync(id) is not { } account)
        {
            return Gone;
        }

        account.IsDisabled = isDisabled;
        var result = await users.UpdateAsync(account);
        if (!result.Succeeded)
        {
            return string.Join(' ', result.Errors.Select(error => error.Description));
        }

        if (isDisabled)
        {
            await sessions.EndAllAsync(account.ToActingUser());
        }

        log.LogInformation("{By} {Did} the account {Name}", by.Name, isDisabled ? "disabled" : "enabled", account.UserName);
        return null;
    }

    private static AccountSummary Summary(Account account) =>
        new(account.Id, account.UserName!, account.DisplayName, account.IsAdministrator, account.IsDisabled, account.PasswordHash is null);

    private static async Task<bool> IsAdministratorAsync(UserManager<Account> users, ActingUser by) =>
        by.Issuer == Account.Issuer && await users.FindByIdAsync(by.Subject) is { IsAdministrator: true, IsDisabled: false };

    private async Task<Invited> InviteAsync(AsyncServiceScope scope, Account account)
    {
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        var token = OneTimeTokens.Create();
        await accounts.Invitations.Where(row => row.AccountId == account.Id).ExecuteDeleteAsync();
        accounts.Invitations.Add(new Invitation(OneTimeTokens.HashText(token), account.Id, time.GetUtcNow() + Invitation.Lifetime));
        await accounts.SaveChangesAsync();
        return new(token, null);
    }
}
