namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>Exactly one of the two.</summary>
/// <param name="Token">The token of the invitation. It is shown once and kept nowhere.</param>
/// <param name="Refusal">Why there is none.</param>
internal sealed record Invited(string? Token, string? Refusal);
