namespace SessionState.Files.Disks.Portable;

// Compiled everywhere, meant for Windows; not run on Windows yet.

/// <summary>Files through .NET, for Windows. Reparse points (links, junctions) are refused wherever they are seen.</summary>
internal sealed class PortableDisk : Disk
{
    public override Folder? OpenFolder(string path, out DiskProblem problem)
    {
        var folder = new DirectoryInfo(path);
        problem = PortableFolder.Check(folder);
        return problem is DiskProblem.None ? new PortableFolder(folder) : null;
    }

    public override FileStamp? StampOf(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists)
        {
            return PortableFolder.StampOf(file);
        }

        var folder = new DirectoryInfo(path);
        return folder.Exists ? PortableFolder.StampOf(folder) : null;
    }

    public override string? Resolve(string path, PathCache cache, out DiskProblem problem)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        problem = File.Exists(full) || Directory.Exists(full) ? DiskProblem.None : DiskProblem.Missing;
        return problem is DiskProblem.None ? full : null;
    }
}
