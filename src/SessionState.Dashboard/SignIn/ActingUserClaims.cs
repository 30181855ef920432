using System.Security.Claims;
using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn;

/// <summary>The acting user as claims of the sign-in cookie, and back.</summary>
internal static class ActingUserClaims
{
    private const string Issuer = "iss";
    private const string Subject = "sub";
    private const string Name = "name";
    private const string Session = "sid";

    public static ClaimsPrincipal ToPrincipal(this ActingUser user, string session) => new(new ClaimsIdentity(
        [new(Issuer, user.Issuer), new(Subject, user.Subject), new(Name, user.Name), new(Session, session)],
        "one-time link", Name, roleType: null));

    /// <summary>Null for somebody who is not signed in.</summary>
    public static ActingUser? ToActingUser(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true }
        && principal.FindFirstValue(Issuer) is { } issuer
        && principal.FindFirstValue(Subject) is { } subject
        && principal.FindFirstValue(Name) is { } name
            ? new ActingUser(issuer, subject, name)
            : null;

    /// <summary>The server-side session; null for somebody who is not signed in.</summary>
    public static string? SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(Session);
}
