namespace SessionState.Files.Disks.Portable;

// Compiled everywhere, meant for Windows; not run on Windows yet. The contract of its folders is tested on other systems over a stand-in for
// the calls.

/// <summary>Files through .NET, for Windows. Reparse points (links, junctions) are refused wherever they are seen.</summary>
internal sealed class PortableDisk(WindowsCalls calls, Action<TimeSpan> wait) : Disk
{
    public PortableDisk()
        : this(new KernelCalls(), Thread.Sleep)
    {
    }

    public override Folder? OpenFolder(string path, out DiskProblem problem)
    {
        var folder = new DirectoryInfo(path);
        problem = PortableFolder.Check(folder);
        return problem is DiskProblem.None ? new PortableFolder(folder, calls, wait) : null;
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

    public override IDisposable? TryLock(string path)
    {
        const int WouldBlock = 11; // on other systems than Windows, where tests run
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when ((exception.HResult & 0xffff) is WindowsErrors.SharingViolation or WouldBlock)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw WindowsErrors.Exception("lock", exception);
        }
    }
}
