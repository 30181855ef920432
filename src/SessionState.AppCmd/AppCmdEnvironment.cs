using SessionState.Contracts;

namespace SessionState.AppCmd;

/// <summary>Everything a run takes from outside, so that tests can hold it.</summary>
internal sealed class AppCmdEnvironment
{
    /// <summary>Standard input; opened only where a command reads it.</summary>
    public Func<Stream> Input { get; init; } = () => Stream.Null;

    /// <summary>Standard output. Bytes, because line ends and encoding are part of the contract.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error.</summary>
    public required Stream Error { get; init; }

    /// <summary>An environment variable; null where it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Who runs the command.</summary>
    public required ActingUser User { get; init; }

    /// <summary>The Service to ask where none is named.</summary>
    public required Func<ServiceAddress> DefaultAddress { get; init; }

    /// <summary>Opens the Service at an address.</summary>
    public required Func<ServiceAddress, IConfigurationService> Connect { get; init; }
}
