using SessionState.Dashboard.SignIn.OpenIdConnect;

namespace SessionState.Dashboard.SignIn;

/// <summary>How people sign in; several ways may be open at once.</summary>
/// <param name="Link">A one-time link on the console, for whoever started the Dashboard.</param>
/// <param name="Demo">One account for every role, without a password. Only on the demo server.</param>
/// <param name="Local">Accounts of this Dashboard, with passwords and passkeys.</param>
/// <param name="Windows">With the account of the operating system's domain.</param>
/// <param name="Providers">OpenID Connect providers.</param>
/// <param name="PasskeyDomain">The host name that passkeys are made for.</param>
/// <param name="PostgreSql">Connection string of the accounts' database; null: SQLite in the data folder.</param>
internal sealed record SignInOptions(
    bool Link, bool Demo, bool Local, bool Windows, IReadOnlyList<IdentityProvider> Providers, string PasskeyDomain, string? PostgreSql);
