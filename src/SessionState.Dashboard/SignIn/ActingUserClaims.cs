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

    // The end of the year 9999, after which there is no time.
    private const long LastSecond = 253_402_300_800;

    /// <param name="user">The person.</param>
    /// <param name="session">The server-side session.</param>
    /// <param name="method">How they signed in.</param>
    /// <param name="time">When they last proved who they are; null where that is not known.</param>
    /// <param name="groups">The groups that the sign-in method tells.</param>
    public static ClaimsPrincipal ToPrincipal(this ActingUser user, string session, string method, DateTimeOffset? time, IEnumerable<string> groups) =>
        new(new ClaimsIdentity(
            [
                new(Issuer, user.Issuer), new(Subject, user.Subject), new(Name, user.Name), new(Session, session), new(Method, method),
                .. time is { } at ? [new Claim(Time, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64)] : Array.Empty<Claim>(),
                .. groups.Distinct(StringComparer.Ordinal).Select(group => new Claim(Group, group)),
            ],
            method, Name, roleType: null));

    /// <summary>Null for somebody who is not signed in.</summary>
    public static ActingUser? ToActingUser(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true }
        && principal.FindFirstValue(Issuer) is { } issuer
        && principal.FindFirstValue(Subject) is { } subject
        && principal.FindFirstValue(Name) is { } name
            ? new ActingUser(issuer, subject, name)
            {
                Groups = principal.Groups() is { Count: > 0 } groups ? groups : null,
                SignedInAt = principal.SignedInAt(),
                Method = principal.FindFirstValue(Method),
            }
            : null;

    /// <summary>When they last proved who they are; null where that is not known.</summary>
    public static DateTimeOffset? SignedInAt(this ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(Time), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The server-side session; null for somebody who is not signed in.</summary>
    public static string? SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(Session);

    /// <summary>The groups that the sign-in method told.</summary>
    public static IReadOnlyList<string> Groups(this ClaimsPrincipal principal) => [.. principal.FindAll(Group).Select(claim => claim.Value)];
}
