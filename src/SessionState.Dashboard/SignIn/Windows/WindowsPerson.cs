using System.Security.Claims;
using System.Security.Principal;
using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn.Windows;

/// <summary>A Windows identity as plain text. The identity itself dies with its request, while a page stays open for hours.</summary>
internal static class WindowsPerson
{
    /// <summary>The subject is the SID, as with the command line: the same person is the same there.</summary>
    public const string WindowsIssuer = "os";

    /// <summary>The subject is the principal with its realm; there is no SID where Windows did not check the ticket.</summary>
    public const string KerberosIssuer = "kerberos";

    /// <summary>Nobody where the principal has no SID. Groups are SIDs, too: names can be changed.</summary>
    public static (ActingUser? User, IReadOnlyList<string> Groups) Of(ClaimsPrincipal? principal)
    {
        var sid = principal?.FindFirstValue(ClaimTypes.PrimarySid) ?? SidOf(principal);
        var name = principal?.Identity?.Name;
        return principal?.Identity?.IsAuthenticated == true && sid is { Length: > 0 } && name is { Length: > 0 and <= ActingUser.MaxLength }
            ? (new ActingUser(WindowsIssuer, sid, name), [.. principal.FindAll(ClaimTypes.GroupSid).Select(claim => claim.Value).Distinct()])
            : (null, []);
    }

    private static string? SidOf(ClaimsPrincipal? principal) =>
        OperatingSystem.IsWindows() && principal?.Identity is WindowsIdentity identity ? identity.User?.Value : null;
}
