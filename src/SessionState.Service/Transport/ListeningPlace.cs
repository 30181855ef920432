using System.Net.Sockets;
using System.Runtime.Versioning;
using SessionState.Contracts;
using SessionState.Service.Hosting;

namespace SessionState.Service.Transport;

/// <summary>Makes the place free where the Service will listen, and nothing else: only a dead socket of our own is removed.</summary>
internal static class ListeningPlace
{
    /// <summary>Why the Service cannot listen there, in one sentence; null where it can.</summary>
    public static string? Prepare(ServiceOptions options)
    {
        if (options.Address.Transport == ServiceTransport.NamedPipe || options.InheritedSocket is not null)
        {
            return null;
        }

        var socket = options.Address.Location;
        try
        {
            // Others than ourselves must be able to walk through; the kernel's word on their identity decides the rest.
            var others = HasOtherUsers(options) ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : UnixFileMode.None;
            var folder = Path.GetDirectoryName(socket)!;
            PrivateFolder.Create(folder, others);
            return OperatingSystem.IsLinux() ? Distrust(folder) ?? FreeSocket(socket) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"The Service cannot listen at {options.Address}: {error.Message} Name another place in Service:Socket.";
        }
    }

    /// <summary>Lets the admitted users, and nobody else, reach the socket once it is there.</summary>
    public static void SetRights(ServiceOptions options)
    {
        if (options.Address.Transport == ServiceTransport.UnixSocket && options.InheritedSocket is null && !OperatingSystem.IsWindows())
        {
            const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            const UnixFileMode Everybody = Owner
                | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
            File.SetUnixFileMode(options.Address.Location, HasOtherUsers(options) ? Everybody : Owner);
        }
    }

    private static bool HasOtherUsers(ServiceOptions options) =>
        OperatingSystem.IsLinux() && options.AllowedUids.Except([UnixFileStatus.CurrentUserId]).Any();

    // No client talks to a socket that others could have put there; better to hear of it now.
    [SupportedOSPlatform("linux")]
    private static string? Distrust(string folder) =>
        UnixFileStatus.Read(folder) is { IsWritableByOthers: false } status && (status.UserId == UnixFileStatus.CurrentUserId || status.UserId == 0)
            ? null
            : $"The folder {folder} belongs to another user or others may write to it, so they could put a socket of theirs in place of ours. "
                + "Take their right away, or name a folder of our own in Service:Socket.";

    [SupportedOSPlatform("linux")]
    private static string? FreeSocket(string socket)
    {
        if (UnixFileStatus.Read(socket) is not { } status)
        {
            return null;
        }

        if (!status.IsSocket || status.UserId != UnixFileStatus.CurrentUserId)
        {
            return $"{socket} is there already and is no socket of this user. Remove it, or name another place in Service:Socket.";
        }

        if (Answers(socket))
        {
            return $"Another Service listens at {socket}. Stop it, or name another place in Service:Socket.";
        }

        File.Delete(socket);
        return null;
    }

    private static bool Answers(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
