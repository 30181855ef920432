using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>Makes accounts for those who have a one-time link.</summary>
internal sealed class AccountMaking(UserManager<Account> users, AccountsContext accounts, SessionBook sessions, TimeProvider time)
{
    /// <summary>What is wrong with the names or the password; nothing is stored.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(Account account, string password)
    {
        var problems = new List<string>();
        if (account.DisplayName.Length is 0 or > Account.LongestName)
        {
            problems.Add($"Your name has 1 to {Account.LongestName} characters.");
        }

        foreach (var validator in users.UserValidators)
        {
            problems.AddRange(Descriptions(await validator.ValidateAsync(users, account)));
        }

        foreach (var validator in users.PasswordValidators)
        {
            problems.AddRange(Descriptions(await validator.ValidateAsync(users, account, password)));
        }

        return problems;
    }

    /// <summary>After <see cref="CheckAsync"/> found nothing.</summary>
    public async Task CreateAsync(Account account, string password) => Assert(await users.CreateAsync(account, password));

    /// <summary>Null where the invitation is used, too old or none.</summary>
    public async Task<Account?> InvitedAsync(string token)
    {
        var hash = OneTimeTokens.HashText(token);
        var invitation = await accounts.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash);
        return invitation is not null && time.GetUtcNow() < invitation.Expires
            && await users.FindByIdAsync(invitation.AccountId) is { IsDisabled: false } account ? account : null;
    }

    /// <summary>Sets the password and uses the invitation up; false when somebody else was faster.</summary>
    public async Task<bool> AcceptAsync(string token, Account account, string password)
    {
        var hash = OneTimeTokens.HashText(token);
        if (await accounts.Invitations.Where(row => row.TokenHash == hash).ExecuteDeleteAsync() == 0)
        {
            return false;
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        Assert(await users.UpdateSecurityStampAsync(account));
        await sessions.EndAllAsync(account.ToActingUser());
        return true;
    }

    private static IEnumerable<string> Descriptions(IdentityResult result) => result.Errors.Select(error => error.Description);

    private static void Assert(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account cannot be stored: {string.Join(' ', Descriptions(result))}");
        }
    }
}
