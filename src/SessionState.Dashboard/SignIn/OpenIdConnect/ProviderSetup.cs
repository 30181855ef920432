using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SessionState.Dashboard.SignIn.OpenIdConnect;

/// <summary>What the framework's handler is told about a provider: the code flow with PKCE, one issuer, one audience, claims as they come.</summary>
internal static class ProviderSetup
{
    private static readonly string[] Signatures = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(2);

    public static void AddProviders(this AuthenticationBuilder authentication, IReadOnlyList<IdentityProvider> providers)
    {
        foreach (var provider in providers)
        {
            authentication.AddOpenIdConnect(provider.Scheme, options => Configure(options, provider));
        }
    }

    private static void Configure(OpenIdConnectOptions options, IdentityProvider provider)
    {
        options.Authority = provider.Issuer;
        options.RequireHttpsMetadata = !provider.AllowHttp;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = provider.CallbackPath;

        // Addresses at which anybody could sign a person out by a link.
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;
        options.BackchannelTimeout = Patience;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes.Prepend("profile").Prepend("openid"))
        {
            options.Scope.Add(scope);
        }

        // What the discovery document says of itself is no proof: it is compared with what the operator wrote.
        options.TokenValidationParameters.ValidIssuer = provider.Issuer;
        options.TokenValidationParameters.IssuerValidator = (issuer, _, _) => ProviderClaims.RequireIssuer(issuer, provider);
        options.TokenValidationParameters.ValidAlgorithms = Signatures;
        options.TokenValidationParameters.ValidAudience = provider.ClientId;
        options.TokenValidationParameters.ClockSkew = ClockDifference;
        options.TokenValidationParameters.NameClaimType = "name";

        // A cookie for the way there and back. It comes back from another site, so it cannot be strict.
        options.CorrelationCookie.Name = $"{HostCookies.Ours}Correlation.";
        options.CorrelationCookie.Path = "/";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.Name = $"{HostCookies.Ours}Nonce.";
        options.NonceCookie.Path = "/";
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

        options.Events.OnTicketReceived = context => ProviderReturn.EnterAsync(context, provider);
        options.Events.OnRemoteFailure = context => ProviderReturn.RefuseAsync(context, provider);
    }
}
