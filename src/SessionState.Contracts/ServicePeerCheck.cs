using System.Net.Sockets;
using System.Runtime.Versioning;

namespace SessionState.Contracts;

/// <summary>Refuses to talk to a process that merely sits where the Service should be.</summary>
[SupportedOSPlatform("linux")]
internal static class ServicePeerCheck
{
    private const uint Root = 0;

    public static void Demand(Socket socket, string path, uint? serviceUserId)
    {
        var expected = serviceUserId ?? UnixFileStatus.CurrentUserId;
        if (UnixPeer.Read(socket) is not { } peer || !IsTrusted(peer.UserId, expected))
        {
            throw new UntrustedServiceException(
                $"The process behind {path} does not run as user {expected} or root, so it is not the Service. Nothing was sent to it.");
        }

        var folder = Path.GetDirectoryName(path)!;
        if (UnixFileStatus.Read(folder) is not { } status || !IsTrusted(status.UserId, expected) || status.IsWritableByOthers)
        {
            throw new UntrustedServiceException(
                $"The folder {folder} belongs to or can be written by another user than {expected} or root, so its socket cannot be trusted.");
        }
    }

    private static bool IsTrusted(uint userId, uint expected) => userId == expected || userId == Root;
}

/// <summary>What answers at the Service's address is not the Service.</summary>
internal sealed class UntrustedServiceException(string message) : IOException(message);
