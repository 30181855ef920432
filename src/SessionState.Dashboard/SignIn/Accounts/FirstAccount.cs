using Microsoft.EntityFrameworkCore;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>Whether there is any account yet. Once there is one there always is: the last administrator cannot be removed.</summary>
internal sealed class FirstAccount
{
    private volatile bool _made;

    public bool IsMade => _made;

    public async Task LookAsync(AccountsContext accounts, CancellationToken cancellationToken) =>
        _made = await accounts.Users.AnyAsync(cancellationToken);

    public void Made() => _made = true;
}
