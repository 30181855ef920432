namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>Lets whoever has its token choose the password of an account, once.</summary>
/// <param name="TokenHash">Not the token: who reads the database cannot use it.</param>
/// <param name="AccountId">Whose password.</param>
/// <param name="Expires">Until when.</param>
internal sealed record Invitation(string TokenHash, string AccountId, DateTimeOffset Expires)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);
}
