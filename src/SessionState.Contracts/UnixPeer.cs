using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace SessionState.Contracts;

/// <summary>The process at the other end of a Unix domain socket, as the kernel saw it when it connected or listened.</summary>
/// <param name="ProcessId">Its process id; for the log only, because ids are reused.</param>
/// <param name="UserId">Its effective user id. 65534 where it runs in another user namespace.</param>
/// <param name="GroupId">Its effective group id.</param>
public readonly record struct UnixPeer(int ProcessId, uint UserId, uint GroupId)
{
    private const int SocketLevel = 1;
    private const int PeerCredentials = 17;

    /// <summary>Asks the kernel (SO_PEERCRED, socket(7)). Null where it does not tell.</summary>
    [SupportedOSPlatform("linux")]
    public static UnixPeer? Read(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        Span<byte> credentials = stackalloc byte[12];
        try
        {
            if (socket.GetRawSocketOption(SocketLevel, PeerCredentials, credentials) != credentials.Length)
            {
                return null;
            }
        }
        catch (SocketException)
        {
            return null;
        }

        var fields = MemoryMarshal.Cast<byte, uint>(credentials);
        return new((int)fields[0], fields[1], fields[2]);
    }
}
