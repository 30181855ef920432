namespace SessionState.Files.Disks.Linux;

/// <param name="fsync">Replaced by tests only, to be a disk that fails.</param>
internal sealed class LinuxDisk(Func<int, int> fsync) : Disk
{
    public LinuxDisk()
        : this(LibC.FSync)
    {
    }

    public override Folder? OpenFolder(string path, out DiskProblem problem)
    {
        var descriptor = OpenRoot();
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var parent = descriptor;
            descriptor = LibC.OpenAt(parent, name, OpenFlags.FolderOnTheWay, 0);
            var error = Errors.Last;
            _ = LibC.Close(parent);
            if (descriptor < 0)
            {
                problem = LinuxFolder.ProblemOfOpening(error);
                return null;
            }
        }

        var folder = LinuxFolder.Open(descriptor, ".", path.Length > 1 ? path.TrimEnd('/') : path, fsync, out problem);
        _ = LibC.Close(descriptor);
        return folder;
    }

    public override FolderOpener CreateOpener() => new LinuxFolderOpener(this, fsync);

    public override unsafe FileStamp? StampOf(string path)
    {
        StatX stat;
        return LibC.StatX(LibC.CurrentDirectory, path, StatX.NoFollow, StatX.BasicMask, &stat) == 0 ? stat.Stamp : null;
    }

    public override string? Resolve(string path, PathCache cache, out DiskProblem problem) =>
        new LinuxPathResolver(cache).Resolve(path, out problem);

    public override IDisposable? TryLock(string path) => LinuxLockFile.TryTake(path);

    private static int OpenRoot() => LibC.OpenAt(LibC.CurrentDirectory, "/", OpenFlags.FolderOnTheWay, 0);
}
