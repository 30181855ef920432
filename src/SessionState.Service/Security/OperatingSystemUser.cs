using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Principal;
using SessionState.Contracts;
using SessionState.Service.Transport;

namespace SessionState.Service.Security;

/// <summary>
/// People whom the operating system vouches for, as appcmd names them. They are believed only where the system says that the calling
/// process is theirs: a dashboard cannot act for root.
/// </summary>
internal static class OperatingSystemUser
{
    public const string Issuer = "os";

    private const string Root = "0";

    /// <summary>Who runs the Service, and who may do everything on this machine anyway.</summary>
    public static IReadOnlyList<string> Owners { get; } = OperatingSystem.IsLinux() ? [.. new[] { Current(), Root }.Distinct()] : [Current()];

    /// <summary>Whether the calling process may act for this person.</summary>
    public static bool MayBeNamed(ActingUser user, PeerIdentity? peer)
    {
        if (user.Issuer != Issuer)
        {
            return true;
        }

        // Where the system does not say who calls, nobody but the user this Service runs as gets here.
        return user.Subject == (peer?.Uid?.ToString(CultureInfo.InvariantCulture) ?? peer?.Sid ?? Current());
    }

    private static string Current() =>
        OperatingSystem.IsLinux() ? UnixFileStatus.CurrentUserId.ToString(CultureInfo.InvariantCulture)
        : OperatingSystem.IsWindows() ? CurrentSid()
        : Environment.UserName;

    [SupportedOSPlatform("windows")]
    private static string CurrentSid()
    {
        using var identity = WindowsIdentity.GetCurrent();
        return identity.User!.Value;
    }
}
