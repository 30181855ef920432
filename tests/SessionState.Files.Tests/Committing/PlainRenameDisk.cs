using SessionState.Files.Disks;
using SessionState.Files.Disks.Linux;

namespace SessionState.Files.Tests.Committing;

/// <summary>A disk that cannot exchange two names, as some network and FUSE file systems.</summary>
internal sealed class PlainRenameDisk(Func<int, int> fsync) : Disk
{
    private readonly LinuxDisk _real = new(fsync);

    public PlainRenameDisk()
        : this(LibC.FSync)
    {
    }

    public override Folder? OpenFolder(string path, out DiskProblem problem) =>
        _real.OpenFolder(path, out problem) is { } folder ? new PlainFolder(folder) : null;

    public override FileStamp? StampOf(string path) => _real.StampOf(path);

    public override string? Resolve(string path, PathCache cache, out DiskProblem problem) => _real.Resolve(path, cache, out problem);

    public override IDisposable? TryLock(string path) => _real.TryLock(path);

    private sealed class PlainFolder(Folder real) : Folder(real.Path)
    {
        public override FileStamp Stamp => real.Stamp;

        public override DiskProblem List(FolderNameFilter wantsFile, List<FolderEntry> into) => real.List(wantsFile, into);

        public override Folder? OpenFolder(string name, out DiskProblem problem) => real.OpenFolder(name, out problem);

        public override FileRead Read(string name, int limit, HardLinks links = HardLinks.Refused) => real.Read(name, limit, links);

        public override FileStamp? StampOf(string name) => real.StampOf(name);

        public override void WriteNew(string name, ReadOnlySpan<byte> bytes, FileRights rights) => real.WriteNew(name, bytes, rights);

        public override bool TryExchange(string temporary, string name) => false;

        public override void Replace(string temporary, string name) => real.Replace(temporary, name);

        public override void MoveNew(string temporary, string name) => real.MoveNew(temporary, name);

        public override void Delete(string name) => real.Delete(name);

        public override void Flush() => real.Flush();

        public override void Dispose() => real.Dispose();
    }
}
