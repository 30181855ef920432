namespace SessionState.Files.Disks;

/// <summary>
/// One folder, held open: whatever happens meanwhile to the names above it, everything here acts on this very folder and follows no link.
/// </summary>
internal abstract class Folder(string path) : IDisposable
{
    /// <summary>Absolute, without a trailing slash.</summary>
    public string Path { get; } = path;

    public abstract FileStamp Stamp { get; }

    /// <summary>Adds folders, and files that <paramref name="wantsFile"/> asks for; links and special files count as files here.</summary>
    /// <returns>What went wrong, or <see cref="DiskProblem.None"/>.</returns>
    public abstract DiskProblem List(FolderNameFilter wantsFile, List<FolderEntry> into);

    /// <summary>A folder in this one, or null and the reason.</summary>
    public abstract Folder? OpenFolder(string name, out DiskProblem problem);

    /// <summary>Reads a regular file. Never waits for a FIFO's writer.</summary>
    /// <param name="name">Its name in this folder.</param>
    /// <param name="limit">More bytes are refused without reading them.</param>
    /// <param name="links">Whether a second name elsewhere is refused.</param>
    public abstract FileRead Read(string name, int limit, HardLinks links = HardLinks.Refused);

    /// <summary>The stamp of a regular file that holds just these bytes; null for any other and for what cannot be read.</summary>
    public virtual FileStamp? StampIfHolds(string name, ReadOnlySpan<byte> bytes)
    {
        var read = Read(name, bytes.Length);
        return read.IsRead && read.Bytes.AsSpan().SequenceEqual(bytes) ? read.Stamp : null;
    }

    /// <summary>The stamp of a name here, the link itself where it is one; null where there is none.</summary>
    public abstract FileStamp? StampOf(string name);

    /// <summary>Writes a new file and waits until its bytes are on the disk.</summary>
    /// <exception cref="DiskException">Nothing was left behind.</exception>
    public abstract void WriteNew(string name, ReadOnlySpan<byte> bytes, FileRights rights);

    /// <summary>
    /// Puts <paramref name="temporary"/> under <paramref name="name"/> and the file that was there under
    /// <paramref name="temporary"/>, in one step that nobody can see half done.
    /// </summary>
    /// <returns>False: this disk cannot do it and nothing happened.</returns>
    /// <exception cref="DiskException">Nothing happened.</exception>
    public abstract bool TryExchange(string temporary, string name);

    /// <summary>After a crash: completes an exchange that this system does in more than one step. Elsewhere there is nothing to complete.</summary>
    /// <exception cref="DiskException">It could not be completed; nothing is lost.</exception>
    public virtual void CompleteExchange(string temporary, string name)
    {
    }

    /// <summary>Puts <paramref name="temporary"/> under <paramref name="name"/>; what was there is gone.</summary>
    public abstract void Replace(string temporary, string name);

    /// <summary>Puts <paramref name="temporary"/> under <paramref name="name"/>, which must be free.</summary>
    /// <exception cref="DiskException">Also where the name is taken: <see cref="DiskFailure.Exists"/>.</exception>
    public abstract void MoveNew(string temporary, string name);

    /// <summary>Removes a file; one that is missing is no error.</summary>
    public abstract void Delete(string name);

    /// <summary>Waits until the names of this folder are on the disk.</summary>
    public abstract void Flush();

    public abstract void Dispose();
}

internal delegate bool FolderNameFilter(ReadOnlySpan<char> name);
