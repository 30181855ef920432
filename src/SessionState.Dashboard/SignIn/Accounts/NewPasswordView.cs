namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>What the page shows on which somebody chooses the password of a new account.</summary>
/// <param name="Action">Where its form goes: <see cref="SignInRoutes.Setup"/> or <see cref="SignInRoutes.Invitation"/>.</param>
/// <param name="Token">The token it was opened with; null: it opens nothing.</param>
/// <param name="Name">The account's name.</param>
/// <param name="DisplayName">What people call its owner.</param>
/// <param name="Problems">Why the last attempt was refused.</param>
public sealed record NewPasswordView(string Action, string? Token, string Name, string DisplayName, IReadOnlyList<string> Problems)
{
    /// <summary>The first account: its owner also chooses the name.</summary>
    public bool IsSetup => Action == SignInRoutes.Setup;
}
