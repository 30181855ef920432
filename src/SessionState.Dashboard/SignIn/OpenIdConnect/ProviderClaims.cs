using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;
using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn.OpenIdConnect;

/// <summary>Who a provider says somebody is. Nothing but issuer and subject tells people apart: names and addresses may be given to others.</summary>
internal static class ProviderClaims
{
    public static string RequireIssuer(string issuer, IdentityProvider provider) => issuer == provider.Issuer
        ? issuer
        : throw new SecurityTokenInvalidIssuerException($"The token is of {issuer}, not of {provider.Issuer}.");

    /// <summary>Null where the token does not say who it is about.</summary>
    public static ActingUser? ToActingUser(ClaimsPrincipal principal, IdentityProvider provider)
    {
        var subject = principal.FindFirstValue("sub");
        var name = principal.FindFirstValue("name") ?? principal.FindFirstValue("preferred_username") ?? subject;
        return subject is { Length: > 0 and <= ActingUser.MaxLength } && !string.IsNullOrWhiteSpace(name)
            ? new ActingUser(provider.Issuer, subject, name[..Math.Min(name.Length, ActingUser.MaxLength)])
            : null;
    }

    /// <summary>What the provider calls the session there; it says so when that one ends.</summary>
    public static string? SessionOf(ClaimsPrincipal principal) => principal.FindFirstValue("sid") is { Length: > 0 and <= ActingUser.MaxLength } session ? session : null;

    /// <summary>The groups that the operator mapped, by what they are called here.</summary>
    public static IReadOnlyList<string> ToGroups(ClaimsPrincipal principal, IdentityProvider provider) => provider.GroupsClaim is null
        ? []
        : [.. principal.FindAll(provider.GroupsClaim).Select(claim => provider.Groups.GetValueOrDefault(claim.Value)).OfType<string>().Distinct()];
}
