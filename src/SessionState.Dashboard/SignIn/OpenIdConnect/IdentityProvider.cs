namespace SessionState.Dashboard.SignIn.OpenIdConnect;

/// <summary>An OpenID Connect provider that people may come from.</summary>
/// <param name="Name">Its name in addresses: letters, digits and "-".</param>
/// <param name="Title">What people call it; on the button.</param>
/// <param name="Issuer">Who it must say it is, to the letter. Its discovery document is read from there.</param>
/// <param name="ClientId">Who this Dashboard is to it.</param>
/// <param name="ClientSecret">What this Dashboard proves that with; null: nothing but PKCE.</param>
/// <param name="GroupsClaim">The claim that names groups; null: groups are not asked about.</param>
/// <param name="Groups">The groups to take over, by the name there, and what each is called here. No other is.</param>
/// <param name="Scopes">Asked for beside openid and profile.</param>
/// <param name="AllowHttp">Also without https. For tests on one machine.</param>
internal sealed record IdentityProvider(
    string Name, string Title, string Issuer, string ClientId, string? ClientSecret,
    string? GroupsClaim, IReadOnlyDictionary<string, string> Groups, IReadOnlyList<string> Scopes, bool AllowHttp)
{
    public string Scheme => $"oidc-{Name}";

    /// <summary>Where the button goes.</summary>
    public string StartPath => $"{SignInRoutes.Page}/with/{Name}";

    /// <summary>Where the provider sends people back to; to be registered there.</summary>
    public string CallbackPath => $"{SignInRoutes.Page}/callback/{Name}";

    /// <summary>Where the provider tells that somebody signed out there; may be registered there.</summary>
    public string LogoutPath => $"{SignInRoutes.Page}/logout/{Name}";
}
