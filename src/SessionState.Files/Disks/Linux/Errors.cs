using System.Runtime.InteropServices;

namespace SessionState.Files.Disks.Linux;

/// <summary>What the error numbers of Linux mean for us.</summary>
internal static class Errors
{
    public const int NotPermitted = 1;
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int WouldBlock = 11;
    public const int NoAccess = 13;
    public const int Exists = 17;
    public const int CrossDevice = 18;
    public const int NotFolder = 20;
    public const int Invalid = 22;
    public const int NoSpace = 28;
    public const int ReadOnly = 30;
    public const int Range = 34;
    public const int NotImplemented = 38;
    public const int TooManyLinks = 40;
    public const int NoData = 61;
    public const int NotSupported = 95;
    public const int QuotaExceeded = 122;

    public static int Last => Marshal.GetLastPInvokeError();

    public static string Text(int error) => Marshal.GetPInvokeErrorMessage(error);

    public static DiskProblem Problem(int error) => error switch
    {
        NoEntry or NotFolder => DiskProblem.Missing,
        NoAccess or NotPermitted => DiskProblem.Denied,
        TooManyLinks => DiskProblem.Link,
        _ => DiskProblem.Failed,
    };

    public static DiskException Exception(string step) => Exception(step, Last);

    public static DiskException Exception(string step, int error)
    {
        var failure = error switch
        {
            NoAccess or NotPermitted => DiskFailure.Denied,
            NoSpace or QuotaExceeded => DiskFailure.DiskFull,
            ReadOnly => DiskFailure.ReadOnlyDisk,
            NoEntry => DiskFailure.Missing,
            Exists => DiskFailure.Exists,
            TooManyLinks => DiskFailure.Link,
            _ => DiskFailure.Other,
        };
        return new(step, failure, Text(error));
    }
}
