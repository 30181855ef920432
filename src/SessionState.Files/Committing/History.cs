using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Committing;

/// <summary>
/// A folder of our own with a copy of every version that a commit replaced, named by its hash. Copies may hold secrets of the files they
/// are from, so nobody else may enter it.
/// </summary>
internal sealed class History(Disk disk, string folder)
{
    private const string Extension = ".config";

    /// <summary>Creates the folder where it is missing.</summary>
    public static History Open(Disk disk, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new(disk, disk.Resolve(Path.GetFullPath(path), new(), out _) ?? path);
    }

    public string Folder => folder;

    public string LockFile => Path.Join(folder, "lock");

    /// <summary>Keeps a copy, down to the disk. One that is there already is enough.</summary>
    /// <exception cref="DiskException">It could not be kept.</exception>
    public void Keep(ContentHash hash, ReadOnlySpan<byte> bytes)
    {
        using var opened = Open();
        var name = hash + Extension;
        if (opened.StampOf(name) is { } stamp && stamp.Size == bytes.Length)
        {
            return;
        }

        var temporary = TemporaryName.Create();
        opened.WriteNew(temporary, bytes, like: null);
        opened.Replace(temporary, name);
        try
        {
            opened.Flush();
        }
        catch (DiskException)
        {
            opened.Delete(name); // or the next commit would take it for safely kept
            throw;
        }
    }

    /// <summary>A copy; null where there is none or it is damaged.</summary>
    public byte[]? Read(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        using var opened = Open();
        var read = opened.Read(hash + Extension, ConfigurationFileReader.ApplicationHostLimit);
        return read.IsRead && ContentHash.Of(read.Bytes).ToString() == hash ? read.Bytes : null;
    }

    private Disks.Folder Open() => disk.OpenFolder(folder, out var problem) ?? throw new DiskException(
        "open", problem is DiskProblem.Denied ? DiskFailure.Denied : DiskFailure.Other, "the folder cannot be opened");
}
