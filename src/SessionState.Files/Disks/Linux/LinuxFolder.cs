namespace SessionState.Files.Disks.Linux;

/// <summary>A folder by its descriptor. All names are looked up in it, never from the root again.</summary>
internal sealed partial class LinuxFolder : Folder
{
    private readonly int _descriptor;
    private readonly Func<int, int> _fsync;

    private LinuxFolder(int descriptor, string path, FileStamp stamp, Func<int, int> fsync)
        : base(path)
    {
        _descriptor = descriptor;
        _fsync = fsync;
        Stamp = stamp;
    }

    public override FileStamp Stamp { get; }

    public static unsafe LinuxFolder? Open(int parent, string name, string path, Func<int, int> fsync, out DiskProblem problem)
    {
        var descriptor = LibC.OpenAt(parent, name, OpenFlags.Folder, 0);
        if (descriptor < 0)
        {
            problem = ProblemOfOpening(Errors.Last);
            return null;
        }

        StatX stat;
        problem = LibC.StatX(descriptor, "", StatX.EmptyPath, StatX.BasicMask, &stat) == 0 ? DiskProblem.None : DiskProblem.Failed;
        return new(descriptor, path, stat.Stamp, fsync);
    }

    /// <summary>A link to a folder is "not a folder" for the system when links are not to be followed.</summary>
    public static DiskProblem ProblemOfOpening(int error) =>
        error is Errors.NotFolder ? DiskProblem.WrongKind : Errors.Problem(error);

    public override Folder? OpenFolder(string name, out DiskProblem problem) =>
        Open(_descriptor, name, Join(name), _fsync, out problem);

    public override unsafe FileStamp? StampOf(string name)
    {
        StatX stat;
        return LibC.StatX(_descriptor, name, StatX.NoFollow, StatX.BasicMask, &stat) == 0 ? stat.Stamp : null;
    }

    public override FileRead Read(string name, int limit, HardLinks links = HardLinks.Refused)
    {
        var read = LinuxFileReader.Read(_descriptor, name, limit, links);
        return read.Problem is DiskProblem.Changing ? LinuxFileReader.Read(_descriptor, name, limit, links) : read;
    }

    public override FileStamp? StampIfHolds(string name, ReadOnlySpan<byte> bytes) => LinuxFileReader.StampIfHolds(_descriptor, name, bytes);

    public override void Dispose() => _ = LibC.Close(_descriptor);

    private string Join(string name) => Path.Length == 1 ? Path + name : Path + "/" + name;
}
