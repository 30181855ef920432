using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SessionState.Tests.Shared.IdentityProvider;

/// <summary>
/// A real OpenID Connect provider: OpenIddict on Kestrel, with one client and one person. It can be told to hand out tokens that no
/// honest provider would.
/// </summary>
internal sealed class TestIdentityProvider : IAsyncDisposable
{
    public const string ClientId = "dashboard";
    public const string ClientSecret = "a secret of the tests";

    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key;

    private TestIdentityProvider(WebApplication app, RsaSecurityKey key) => (_app, _key) = (app, key);

    /// <summary>As its discovery document writes it.</summary>
    public string Issuer => $"{_app.Urls.Single()}/";

    /// <summary>Changes the next identity tokens; null: they are as OpenIddict makes them.</summary>
    public TokenForgery? Forgery { get; set; }

    /// <summary>Who signs in there.</summary>
    public string Subject { get; set; } = "42";

    /// <summary>What it calls the session of whoever signs in there.</summary>
    public string Session { get; set; } = "first";

    /// <summary>Whether somebody has to press a button first, as at every provider that asks for a password.</summary>
    public bool AsksFirst { get; set; }

    public static async Task<TestIdentityProvider> StartAsync()
    {
        using var rsa = RSA.Create(2048);
        var key = new RsaSecurityKey(rsa.ExportParameters(true)) { KeyId = "the-key" };
        TestIdentityProvider? provider = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(server => Configure(server, key, () => provider!));
        var app = builder.Build();
        app.Use((context, next) => provider!.AsksFirst && context.Request.Path == "/connect/authorize" && !context.Request.Query.ContainsKey("pressed")
            ? AskAsync(context)
            : next(context));
        app.Use((context, next) => provider!.Forgery is { } forgery && context.Request.Path == "/connect/token"
            ? TokenForgery.ReplaceAsync(context, next, forgery, key)
            : next(context));
        app.UseRouting();
        app.UseAuthentication();
        provider = new(app, key);
        await app.StartAsync();
        return provider;
    }

    /// <summary>What it sends to the clients of somebody who signed out there.</summary>
    public string LogoutToken(TokenForgery? forgery = null)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return (forgery ?? new(_ => { })).Sign(
            new()
            {
                ["iss"] = Issuer,
                ["aud"] = ClientId,
                ["iat"] = now,
                ["exp"] = now + 120,
                ["jti"] = Guid.NewGuid().ToString(),
                ["sub"] = Subject,
                ["sid"] = Session,
                ["events"] = new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = new JsonObject() },
            },
            _key);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Configure(OpenIddictServerBuilder server, RsaSecurityKey key, Func<TestIdentityProvider> provider)
    {
        server.EnableDegradedMode();
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile);
        server.AddEphemeralEncryptionKey().AddSigningKey(key).DisableAccessTokenEncryption();
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId)
            {
                context.Reject(Errors.InvalidClient);
            }

            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
            {
                context.Reject(Errors.InvalidClient);
            }

            return default;
        }));
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
            identity.AddClaim(new Claim(Claims.Subject, provider().Subject));
            identity.AddClaim(new Claim(Claims.Name, "Ada Lovelace").SetDestinations(Destinations.IdentityToken));
            identity.AddClaim(new Claim("sid", provider().Session).SetDestinations(Destinations.IdentityToken));
            identity.AddClaim(new Claim("groups", "7f3c-helpdesk").SetDestinations(Destinations.IdentityToken));
            identity.AddClaim(new Claim("groups", "Domain Admins").SetDestinations(Destinations.IdentityToken));
            context.Principal = new ClaimsPrincipal(identity);
            context.Principal.SetScopes(context.Request.GetScopes());
            return default;
        }));
    }

    private static Task AskAsync(HttpContext context)
    {
        var fields = string.Concat(context.Request.Query.Select(field => $"<input type=\"hidden\" name=\"{field.Key}\" value=\"{System.Net.WebUtility.HtmlEncode(field.Value)}\">"));
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync($"<!doctype html><title>Provider</title><form>{fields}<button name=\"pressed\" value=\"1\">It is me</button></form>");
    }
}
