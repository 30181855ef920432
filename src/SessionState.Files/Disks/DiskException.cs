namespace SessionState.Files.Disks;

/// <summary>A step of a write that the disk or system refused. Never leaves this project: it becomes the result of the commit.</summary>
internal sealed class DiskException(string step, DiskFailure failure, string detail)
    : IOException($"{step}: {detail}")
{
    /// <summary>What was being done, such as "write".</summary>
    public string Step => step;

    public DiskFailure Failure => failure;

    /// <summary>The system's own words.</summary>
    public string Detail => detail;
}

internal enum DiskFailure
{
    Other,
    Denied,

    /// <summary>The owner, group or access list of the old file cannot be given to the new one.</summary>
    CannotKeepOwner,
    DiskFull,
    ReadOnlyDisk,
    Missing,
    Exists,
    InUse,
    Link,
}
