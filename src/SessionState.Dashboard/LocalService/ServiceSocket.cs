using SessionState.Contracts;
using SessionState.Dashboard.Hosting;

namespace SessionState.Dashboard.LocalService;

/// <summary>Where the child Service listens: a socket in a folder that only this user may enter, on Windows a pipe.</summary>
internal static class ServiceSocket
{
    /// <summary>Exactly one of the two: the address, or a sentence about why there is none.</summary>
    public static (ServiceAddress? Address, string? Problem) Choose(DataFolder folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return (new ServiceAddress(ServiceTransport.NamedPipe, $"SessionState.{Environment.ProcessId}"), null);
        }

        var path = Path.Combine(folder.Run, "service.sock");
        return ServiceAddress.TryParse($"unix:{path}", out var address, out _)
            ? (address, null)
            : (null, $"DataDirectory: {folder.Path} is too long. The Service's socket would be {path}, and the system allows "
                + $"{ServiceAddress.MaxSocketPathBytes} bytes for that. Name a shorter folder with --DataDirectory.");
    }
}
