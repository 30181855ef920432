namespace SessionState.AppCmd.Output;

/// <summary>
/// Exit codes: those of IIS's appcmd where one is recorded, which are Win32 error codes in decimal. Where the operating system keeps only
/// the low eight bits, a shell sees the remainder: 144 for 1168.
/// </summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Help was shown, or a list is empty.</summary>
    public const int Nothing = 1;

    /// <summary>Ours: an audit that is not what was once written.</summary>
    public const int Tampered = 1;

    /// <summary>Ours: configuration files that hold errors.</summary>
    public const int Invalid = 1;

    /// <summary>Ours: what is there fits together, but no key shows that it is the original.</summary>
    public const int NotProven = 2;

    /// <summary>Ours: a verification that was asked for in a way that is not understood; scripts tell it from what a verification finds.</summary>
    public const int VerifyUsage = 3;

    /// <summary>ERROR_INVALID_DATA: a value that the attribute cannot have.</summary>
    public const int InvalidData = 13;

    /// <summary>ERROR_SHARING_VIOLATION: another program holds the file.</summary>
    public const int FileInUse = 32;

    /// <summary>ERROR_LOCK_VIOLATION: the section is locked there.</summary>
    public const int Locked = 33;

    /// <summary>ERROR_NOT_SUPPORTED: a language cannot make the change.</summary>
    public const int NotSupported = 50;

    /// <summary>This user may not. Ours: the command is refused by the Service, not by a file.</summary>
    public const int NotPermitted = 77;

    /// <summary>ERROR_INVALID_PARAMETER: the command line is wrong.</summary>
    public const int Usage = 87;

    /// <summary>ERROR_BROKEN_PIPE: whoever read the output has gone, or it could not be written.</summary>
    public const int OutputClosed = 109;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Cancelled = 130;

    /// <summary>ERROR_SERVICE_NOT_ACTIVE: the configuration service does not answer.</summary>
    public const int ServiceNotRunning = 1062;

    /// <summary>ERROR_NOT_FOUND: no such object or path, or a configuration in error.</summary>
    public const int NotFound = 1168;
}
