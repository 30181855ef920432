using SessionState.Files.Disks.Linux;
using SessionState.Files.Disks.Portable;

namespace SessionState.Files.Disks;

/// <summary>
/// The operating system's files, as far as this project needs them. Two of a kind: Linux, and everything else through .NET.
/// </summary>
internal abstract class Disk
{
    public static Disk Native { get; } = OperatingSystem.IsLinux() ? new LinuxDisk() : new PortableDisk();

    /// <summary>How names compare here.</summary>
    public static StringComparison NameComparison { get; } =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>How paths compare here.</summary>
    public static StringComparer PathComparer { get; } = StringComparer.FromComparison(NameComparison);

    /// <summary>Opens an absolute path of which no part may be a link.</summary>
    public abstract Folder? OpenFolder(string path, out DiskProblem problem);

    /// <summary>For opening many folders one after another.</summary>
    public virtual FolderOpener CreateOpener() => new FolderOpener.OneByOne(this);

    /// <summary>The stamp of a file or folder; null where it is missing or out of reach.</summary>
    public abstract FileStamp? StampOf(string path);

    /// <summary>
    /// The path with the true spelling of each name and without links. A link counts only where an administrator or we ourselves made it:
    /// a site's owner must not lead us into another site.
    /// </summary>
    /// <returns>Null and the reason where it does not exist or leads through somebody else's link.</returns>
    public abstract string? Resolve(string path, PathCache cache, out DiskProblem problem);

    /// <summary>
    /// Takes a lock on a file, which is created where it is missing, without waiting. Whatever ends this process gives it back.
    /// </summary>
    /// <returns>Null where somebody else has it.</returns>
    /// <exception cref="DiskException">The file cannot be used.</exception>
    public abstract IDisposable? TryLock(string path);

    /// <summary>Who we are, for a person: a user name.</summary>
    public static string UserName => Environment.UserName;
}
