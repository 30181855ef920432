using System.Globalization;
using System.Security.Claims;
using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn;

/// <summary>The acting user as claims of the sign-in cookie, and back.</summary>
internal static class ActingUserClaims
{
    /// <summary>A group of the person, as the sign-in method names it; there may be many.</summary>
    public const string Group = "groups";

    private const string Issuer = "iss";
    private const string Subject = "sub";
    private const string Name = "name";
    private const string Session = "sid";
    private const string Method = "amr";
    private const string Time = "auth_time";

    public static ClaimsPrincipal ToPrincipal(this ActingUser user, string session, string method, DateTimeOffset time, IEnumerable<string> groups) =>
        new(new ClaimsIdentity(
            [
                new(Issuer, user.Issuer), new(Subject, user.Subject), new(Name, user.Name), new(Session, session), new(Method, method),
                new(Time, time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64),
                .. groups.Distinct(StringComparer.Ordinal).Select(group => new Claim(Group, group)),
            ],
            method, Name, roleType: null));

    /// <summary>Null for somebody who is not signed in.</summary>
    public static ActingUser? ToActingUser(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true }
        && principal.FindFirstValue(Issuer) is { } issuer
        && principal.FindFirstValue(Subject) is { } subject
        && principal.FindFirstValue(Name) is { } name
            ? new ActingUser(issuer, subject, name) { Groups = principal.Groups() is { Count: > 0 } groups ? groups : null }
            : null;

    /// <summary>The server-side session; null for somebody who is not signed in.</summary>
    public static string? SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(Session);

    /// <summary>The groups that the sign-in method told.</summary>
    public static IReadOnlyList<string> Groups(this ClaimsPrincipal principal) => [.. principal.FindAll(Group).Select(claim => claim.Value)];
}
