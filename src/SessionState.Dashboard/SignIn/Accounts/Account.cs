using Microsoft.AspNetCore.Identity;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>Somebody with a local account. Here stands who they are; what they may do is decided by the Service.</summary>
internal sealed class Account : IdentityUser
{
    /// <summary>The issuer of the people who sign in with a local account; their subject is the account's id, which is never given out again.</summary>
    public const string Issuer = "local";

    public const int LongestName = 64;

    public string DisplayName { get; set; } = "";

    /// <summary>May add and disable accounts; nothing more.</summary>
    public bool IsAdministrator { get; set; }

    public bool IsDisabled { get; set; }

    public Contracts.ActingUser ToActingUser() => new(Issuer, Id, DisplayName);
}
