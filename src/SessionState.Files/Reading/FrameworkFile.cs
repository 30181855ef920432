using SessionState.Engine.Hierarchy;
using SessionState.Files.Disks;
using SessionState.Files.Watching;

namespace SessionState.Files.Reading;

/// <summary>A machine.config or root web.config that may be there.</summary>
internal sealed class FrameworkFile(Disk disk, TimeProvider time, ConfigurationFileKind kind, string path)
{
    /// <summary>The file; null where there is none.</summary>
    public HostFile? Open { get; private set; }

    /// <summary>The path, as it is truly spelled where the file is there.</summary>
    public string Path => Open?.Path ?? path;

    /// <summary>Looks whether it came, went or changed.</summary>
    /// <returns>True where it is other than it was.</returns>
    public bool LookAgain(HalfWritten? patience)
    {
        if (Open is null)
        {
            Open = disk.Resolve(path, new(), out _) is { } truePath ? HostFile.Open(disk, kind, truePath, time) : null;
            return Open is not null;
        }

        if (disk.StampOf(Open.Path) is null && disk.Resolve(path, new(), out var problem) is null && problem is DiskProblem.Missing)
        {
            Open = null;
            return true;
        }

        return Open.LookAgain(patience);
    }
}
