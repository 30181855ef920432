using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.SignIn.OpenIdConnect;

/// <summary>
/// A provider tells that somebody signed out there, from server to server (OpenID Connect Back-Channel Logout 1.0). No browser and no
/// cookie takes part: what proves the call is the token's signature.
/// </summary>
internal sealed class ProviderLogout(
    IOptionsMonitor<OpenIdConnectOptions> handlers, SessionBook sessions, SignInRecorder recorder, TimeProvider time, ILogger<ProviderLogout> log)
{
    // As long as such a token could be taken again.
    private readonly ConcurrentDictionary<(string Provider, string Id), DateTimeOffset> _taken = new();

    /// <summary>Ends the sessions; returns why it is refused, or null when it is done.</summary>
    public async Task<string?> EndAsync(IdentityProvider provider, string? text, CancellationToken cancel)
    {
        var (token, reason) = await CheckAsync(provider, text, cancel);
        if (token is not null && !Take(provider, token))
        {
            (token, reason) = (null, "it was sent before");
        }

        if (token is null)
        {
            log.LogWarning("A sign-out told by {Provider} was refused: {Reason}", provider.Name, reason);
            return reason;
        }

        foreach (var session in await sessions.EndAtProviderAsync(provider.Issuer, token.Subject, token.Session))
        {
            recorder.SignedOut(session.User, provider.Name);
            log.LogInformation("{Name} ({Issuer}, {Subject}) signed out at {Provider}", session.Name, session.Issuer, session.Subject, provider.Name);
        }

        return null;
    }

    private async Task<(LogoutToken? Token, string? Reason)> CheckAsync(IdentityProvider provider, string? text, CancellationToken cancel)
    {
        var handler = handlers.Get(provider.Scheme);
        OpenIdConnectConfiguration known;
        try
        {
            known = await handler.ConfigurationManager!.GetConfigurationAsync(cancel);
        }
        catch (InvalidOperationException error)
        {
            return (null, error.Message);
        }

        // As strict as with identity tokens; that an expired one is refused is said again, because it must not depend on a default.
        var parameters = handler.TokenValidationParameters.Clone();
        parameters.IssuerSigningKeys = known.SigningKeys;
        parameters.ValidateIssuer = parameters.ValidateAudience = parameters.ValidateLifetime = true;
        parameters.RequireSignedTokens = parameters.RequireExpirationTime = true;
        parameters.LifetimeValidator = (_, expires, _, _) => expires is { } end && time.GetUtcNow() < end + parameters.ClockSkew;
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(text, parameters);
        if (result.IsValid)
        {
            return LogoutToken.Read((JsonWebToken)result.SecurityToken, time.GetUtcNow());
        }

        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have new keys. They are read anew with the next call, and not with each.
            handler.ConfigurationManager.RequestRefresh();
        }

        return (null, result.Exception.Message);
    }

    private bool Take(IdentityProvider provider, LogoutToken token)
    {
        var now = time.GetUtcNow();
        foreach (var old in _taken.Where(entry => now - entry.Value > LogoutToken.Longest))
        {
            _taken.TryRemove(old);
        }

        return _taken.TryAdd((provider.Name, token.Id), token.Issued);
    }
}
