namespace SessionState.Files.Disks.Portable;

/// <summary>What the error numbers of Windows mean for us.</summary>
internal static class WindowsErrors
{
    public const int NotFound = 2;
    public const int SharingViolation = 32;
    public const int LockViolation = 33;

    /// <summary>ReplaceFile: the new file could not take the old one's name; with a backup name, both keep theirs.</summary>
    public const int ReplacementNotMoved = 1176;

    /// <summary>ReplaceFile: nor could it take it after the old file had moved to the backup name, where that still is.</summary>
    public const int ReplacementNotMovedAfterBackup = 1177;

    public static DiskException Exception(string step, int error) => new(step, Failure(error), $"Windows error {error}");

    public static DiskException Exception(string step, Exception exception) =>
        new(step, Failure(exception.HResult & 0xffff), exception.Message);

    private static DiskFailure Failure(int error) => error switch
    {
        5 => DiskFailure.Denied,
        19 => DiskFailure.ReadOnlyDisk,
        SharingViolation or LockViolation => DiskFailure.InUse,
        39 or 112 => DiskFailure.DiskFull,
        80 or 183 => DiskFailure.Exists,
        NotFound or 3 => DiskFailure.Missing,
        _ => DiskFailure.Other,
    };
}
