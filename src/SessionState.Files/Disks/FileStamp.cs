namespace SessionState.Files.Disks;

/// <summary>What tells cheaply that a file or folder is no longer the one that was read. Equal stamps: not changed since.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">When the content changed, in nanoseconds since 1970 (UTC).</param>
/// <param name="Changed">When content, name, owner or rights changed, likewise; 0 where the system does not tell.</param>
/// <param name="Inode">The file's number on its disk; 0 where the system does not tell.</param>
internal readonly record struct FileStamp(long Size, long Modified, long Changed, ulong Inode)
{
    /// <summary>A file system's clock ticks in steps; a second change within one step leaves the times as they are.</summary>
    private const long ClockStep = 100_000_000;

    /// <summary>A stamp that equals none of a file: the next look reads the file again.</summary>
    public static FileStamp Unknown => new(-1, 0, 0, 0);

    /// <summary>
    /// This stamp if it can be trusted, else <see cref="Unknown"/>: a file changed just before <paramref name="readAt"/> may change once
    /// more without any sign of it.
    /// </summary>
    public FileStamp Settled(DateTimeOffset readAt)
    {
        var now = (readAt - DateTimeOffset.UnixEpoch).Ticks * 100;
        return Math.Max(Modified, Changed) > now - ClockStep ? Unknown : this;
    }
}
