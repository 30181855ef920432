namespace SessionState.Files.Disks;

/// <summary>
/// Opens folders as <see cref="Disk.OpenFolder"/> does; a disk may do better when it knows that many come. Dispose of it in the end. Not
/// for two threads.
/// </summary>
internal abstract class FolderOpener : IDisposable
{
    /// <summary>Opens an absolute path of which no part may be a link. Best in the order of the paths.</summary>
    public abstract Folder? Open(string path, out DiskProblem problem);

    public abstract void Dispose();

    /// <summary>One that just asks the disk.</summary>
    internal sealed class OneByOne(Disk disk) : FolderOpener
    {
        public override Folder? Open(string path, out DiskProblem problem) => disk.OpenFolder(path, out problem);

        public override void Dispose()
        {
            // Nothing is held.
        }
    }
}
