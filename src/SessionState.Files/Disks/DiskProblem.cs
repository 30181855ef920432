namespace SessionState.Files.Disks;

/// <summary>Why a file or folder was not read.</summary>
internal enum DiskProblem
{
    None,
    Missing,
    Denied,

    /// <summary>A symbolic link or junction, which may lead anywhere.</summary>
    Link,

    /// <summary>A file with a second name elsewhere.</summary>
    HardLink,

    /// <summary>A folder, device, FIFO or socket where a file should be, or the other way round.</summary>
    WrongKind,

    TooLarge,

    /// <summary>It changed while it was being read.</summary>
    Changing,

    /// <summary>The disk or system failed.</summary>
    Failed,
}
