using SessionState.Contracts;

namespace SessionState.AppCmd;

/// <summary>The Service to ask where none is named: that of a Dashboard this user runs, else the one installed on this machine.</summary>
internal static class DefaultService
{
    // Where a Dashboard puts the socket of the Service that it starts, below the user's application data.
    private static readonly string[] Socket = ["session-state-dashboard", "run", "service.sock"];

    public static ServiceAddress Find()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (OperatingSystem.IsWindows() || data.Length == 0)
        {
            return ServiceAddress.Default;
        }

        var socket = Path.Combine([data, .. Socket]);
        return File.Exists(socket) || !File.Exists(ServiceAddress.Default.Location)
            ? new ServiceAddress(ServiceTransport.UnixSocket, socket)
            : ServiceAddress.Default;
    }
}
