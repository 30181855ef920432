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
        var isNew = !Directory.Exists(path);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var resolved = disk.Resolve(Path.GetFullPath(path), new(), out _) ?? path;
        if (isNew)
        {
            using var parent = disk.OpenFolder(Path.GetDirectoryName(resolved)!, out _);
            parent?.Flush();
        }

        return new(disk, resolved);
    }

    public string Folder => folder;

    public string LockFile => Path.Join(folder, "lock");

    /// <summary>Held by the one who is next to take the <see cref="LockFile"/>.</summary>
    public string TurnFile => Path.Join(folder, "lock-turn");

    /// <summary>Keeps a copy, down to the disk. One that is there already is enough.</summary>
    /// <exception cref="DiskException">It could not be kept.</exception>
    public void Keep(ContentHash hash, ReadOnlySpan<byte> bytes)
    {
        using var opened = OpenFolder();
        if (KeepUntilFlush(opened, hash, bytes) is not { } name)
        {
            return;
        }

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

    /// <summary>Keeps a copy whose bytes are on the disk, and whose name is when the folder is flushed next.</summary>
    /// <returns>Its name in the folder, to be deleted should that flush fail; null where there was one already.</returns>
    public string? KeepUntilFlush(ContentHash hash, ReadOnlySpan<byte> bytes)
    {
        using var opened = OpenFolder();
        return KeepUntilFlush(opened, hash, bytes);
    }

    /// <summary>A copy; null where there is none or it is damaged.</summary>
    public byte[]? Read(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        using var opened = OpenFolder();
        var read = opened.Read(hash + Extension, ConfigurationFileReader.ApplicationHostLimit);
        return read.IsRead && ContentHash.Of(read.Bytes).ToString() == hash ? read.Bytes : null;
    }

    /// <summary>Removes the beginnings of copies and journals that a crash left; to be called under the lock.</summary>
    public void RemoveLeftovers()
    {
        using var opened = OpenFolder();
        var found = new List<FolderEntry>();
        opened.List(TemporaryName.IsOne, found);
        foreach (var entry in found.Where(entry => entry.Kind is EntryKind.File && TemporaryName.IsOne(entry.Name)))
        {
            opened.Delete(entry.Name);
        }
    }

    public Folder OpenFolder() => disk.OpenFolder(folder, out var problem) ?? throw new DiskException(
        "open", problem is DiskProblem.Denied ? DiskFailure.Denied : DiskFailure.Other, "the folder cannot be opened");

    private static string? KeepUntilFlush(Folder opened, ContentHash hash, ReadOnlySpan<byte> bytes)
    {
        var name = hash + Extension;
        if (opened.StampOf(name) is { } stamp && stamp.Size == bytes.Length)
        {
            return null;
        }

        var temporary = TemporaryName.Create();
        opened.WriteNew(temporary, bytes, FileRights.OfFolder);
        try
        {
            opened.Replace(temporary, name);
            return name;
        }
        catch (DiskException)
        {
            Forget(opened, temporary);
            throw;
        }
    }

    private static void Forget(Folder opened, string temporary)
    {
        try
        {
            opened.Delete(temporary);
        }
        catch (DiskException)
        {
            // It has a name that the next start recognises; the failure before this one is the one to report.
        }
    }
}
