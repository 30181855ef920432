using System.Globalization;
using SessionState.Contracts;

namespace SessionState.Service.Transport;

/// <summary>
/// The socket that systemd listens at for us (sd_listen_fds(3)): it exists with its final rights before we run, and outlives a restart.
/// </summary>
internal static class InheritedSocket
{
    private const int First = 3;

    /// <summary>The socket's number; null where systemd passes none.</summary>
    /// <param name="expected">Where the settings say that the Service listens.</param>
    /// <param name="environment">Gives the process's environment.</param>
    /// <param name="problem">Why a socket that was passed cannot be used; "" where all is well.</param>
    public static ulong? Find(ServiceAddress expected, Func<string, string?> environment, out string problem)
    {
        problem = "";
        if (!OperatingSystem.IsLinux() || environment("LISTEN_PID") != Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
        {
            return null;
        }

        problem = environment("LISTEN_FDS") != "1"
            ? $"systemd passes several sockets. Let the .socket unit name one: ListenStream={expected.Location}"
            : UnixSocketPath.Of(First) switch
            {
                null => $"systemd passes no Unix socket. The Service listens on this machine only: ListenStream={expected.Location}",
                var place when place != expected.Location =>
                    $"systemd passes the socket {place}, but Service:Socket is {expected}. Name the same place in both.",
                _ => "",
            };
        return problem.Length == 0 ? First : null;
    }
}
