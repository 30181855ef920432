using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SessionState.Contracts;

/// <summary>How a Service is reached.</summary>
public enum ServiceTransport
{
    /// <summary>A Unix domain socket; the location is its path.</summary>
    UnixSocket,

    /// <summary>A Windows named pipe on this machine; the location is its name.</summary>
    NamedPipe,
}

/// <summary>
/// Where a Service listens, written <c>unix:/run/sessionstate/api.sock</c> or <c>pipe:SessionState.v1</c>.
/// A bare absolute path means a Unix domain socket.
/// </summary>
/// <param name="Transport">How it is reached.</param>
/// <param name="Location">The socket's absolute path, or the pipe's name.</param>
public sealed record ServiceAddress(ServiceTransport Transport, string Location)
{
    /// <summary>Linux keeps a socket's path in 108 bytes, the closing zero included (unix(7)).</summary>
    public const int MaxSocketPathBytes = 107;

    private const string UnixPrefix = "unix:";
    private const string PipePrefix = "pipe:";

    /// <summary>This machine's Service, where nothing else is configured.</summary>
    public static ServiceAddress Default { get; } = OperatingSystem.IsWindows()
        ? new(ServiceTransport.NamedPipe, "SessionState.v1")
        : new(ServiceTransport.UnixSocket, "/run/sessionstate/api.sock");

    /// <summary>Reads an address; <paramref name="error"/> is a sentence that says what is allowed.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out ServiceAddress? address, [NotNullWhen(false)] out string? error)
    {
        address = text switch
        {
            null => null,
            _ when text.StartsWith(UnixPrefix, StringComparison.OrdinalIgnoreCase) =>
                new(ServiceTransport.UnixSocket, text[UnixPrefix.Length..]),
            _ when text.StartsWith(PipePrefix, StringComparison.OrdinalIgnoreCase) =>
                new(ServiceTransport.NamedPipe, text[PipePrefix.Length..]),
            _ when Path.IsPathFullyQualified(text) => new(ServiceTransport.UnixSocket, text),
            _ => null,
        };

        error = address is null
            ? $"'{text}' is no address of a Service. Write unix:/path/to/socket or pipe:name."
            : address.Complaint();
        address = error is null ? address : null;
        return address is not null;
    }

    public override string ToString() =>
        (Transport == ServiceTransport.UnixSocket ? UnixPrefix : PipePrefix) + Location;

    private string? Complaint() => Transport switch
    {
        ServiceTransport.NamedPipe when Location.Length is 0 or > 200 || Location.AsSpan().ContainsAny('\\', '/', ':') =>
            $"'{Location}' is no name of a pipe. It has 1 to 200 characters and no slash, backslash or colon.",
        ServiceTransport.UnixSocket when !Path.IsPathFullyQualified(Location) || Location.Contains('\0', StringComparison.Ordinal) =>
            $"'{Location}' is no path of a socket. Write it from the root on: unix:/path/to/socket.",
        ServiceTransport.UnixSocket when Encoding.UTF8.GetByteCount(Location) > MaxSocketPathBytes =>
            $"The socket's path '{Location}' is longer than the {MaxSocketPathBytes} bytes the system allows. Choose a shorter folder.",
        _ => null,
    };
}
