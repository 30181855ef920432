using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace SessionState.Dashboard.SignIn.OpenIdConnect;

/// <summary>What a provider says by a logout token whose signature, issuer, audience and times are good.</summary>
/// <param name="Subject">Whose sessions end; null: only the one that <paramref name="Session"/> names.</param>
/// <param name="Session">The provider's own name of the session that ended there; null: all of the subject.</param>
/// <param name="Id">By which a token that comes again is known.</param>
/// <param name="Issued">When the provider wrote it.</param>
internal sealed record LogoutToken(string? Subject, string? Session, string Id, DateTimeOffset Issued)
{
    /// <summary>A token is used at once; one that was kept back is worth nothing.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>What makes it a logout token and no identity token. Exactly one of the two: the token, or why it is none.</summary>
    public static (LogoutToken? Token, string? Reason) Read(JsonWebToken token, DateTimeOffset now)
    {
        var subject = Text(token, "sub");
        var session = Text(token, "sid");
        return token switch
        {
            _ when !token.TryGetPayloadValue<JsonElement>("events", out var events) || events.ValueKind != JsonValueKind.Object
                || !events.TryGetProperty(Event, out var empty) || empty.ValueKind != JsonValueKind.Object => (null, "it is about no logout"),
            _ when token.TryGetPayloadValue<object>("nonce", out _) => (null, "a logout token has no nonce"),
            _ when subject is null && session is null => (null, "it names neither a person nor a session"),
            _ when Text(token, "jti") is not { } => (null, "it has no id"),
            _ when !token.TryGetPayloadValue<long>("iat", out _) => (null, "it does not say when it was issued"),
            _ when (now - token.IssuedAt).Duration() > Longest => (null, "it is too old, or the clocks differ"),
            _ => (new(subject, session, Text(token, "jti")!, token.IssuedAt), null),
        };
    }

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var text) && text is { Length: > 0 } ? text : null;
}
