namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>A local account as its owner sees it.</summary>
internal sealed record OwnAccountView(string Name, bool IsAdministrator, IReadOnlyList<Passkey> Passkeys);
