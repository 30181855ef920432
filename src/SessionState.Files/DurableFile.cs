using SessionState.Files.Disks;

namespace SessionState.Files;

/// <summary>
/// Writes a small file of our own so that after a crash or a power cut it holds either the old bytes or the new ones. A flush that failed is
/// noticed, which .NET's own is not on Linux.
/// </summary>
public static class DurableFile
{
    /// <summary>Writes the file, which may be new, in a folder that exists. A file that is there keeps its owner and rights.</summary>
    /// <returns>Null, or why it could not be written; then the old file is as it was.</returns>
    public static string? Replace(string file, ReadOnlySpan<byte> bytes)
    {
        using var folder = Open(file, out var problem);
        return folder is null ? problem : Replace(folder, Path.GetFileName(file), bytes);
    }

    /// <summary>Writes a file that must not be there yet and that nobody but us may read, whoever may enter its folder.</summary>
    /// <returns>Null, or why it could not be written; then there is no new file.</returns>
    public static string? CreatePrivate(string file, ReadOnlySpan<byte> bytes)
    {
        using var folder = Open(file, out var problem);
        if (folder is null)
        {
            return problem;
        }

        try
        {
            folder.WriteNew(Path.GetFileName(file), bytes, FileRights.Private);
            folder.Flush();
            return null;
        }
        catch (DiskException error)
        {
            return error.Message;
        }
    }

    /// <summary>Gives a file the name of another in the same folder, which is gone then.</summary>
    /// <returns>Null, or why that could not be done.</returns>
    public static string? Rename(string from, string to)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        if (Path.GetDirectoryName(from) != Path.GetDirectoryName(to))
        {
            return $"{from} and {to} are not in the same folder.";
        }

        using var folder = Open(to, out var problem);
        if (folder is null)
        {
            return problem;
        }

        try
        {
            folder.Replace(Path.GetFileName(from), Path.GetFileName(to));
            folder.Flush();
            return null;
        }
        catch (DiskException error)
        {
            return error.Message;
        }
    }

    private static Folder? Open(string file, out string? reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var disk = Disk.Native;
        var place = disk.Resolve(Path.GetDirectoryName(Path.GetFullPath(file))!, new(), out var problem);
        var folder = place is null ? null : disk.OpenFolder(place, out problem);
        reason = folder is null ? $"Its folder cannot be opened ({problem})." : null;
        return folder;
    }

    private static string? Replace(Folder folder, string name, ReadOnlySpan<byte> bytes)
    {
        var temporary = $"{name}.{Guid.NewGuid():N}.tmp";
        try
        {
            folder.WriteNew(temporary, bytes, folder.StampOf(name) is null ? FileRights.OfFolder : FileRights.Like(name));
            folder.Replace(temporary, name);
            folder.Flush();
            return null;
        }
        catch (DiskException error)
        {
            return CleanUp(folder, temporary, error.Message);
        }
    }

    private static string CleanUp(Folder folder, string temporary, string reason)
    {
        try
        {
            folder.Delete(temporary);
        }
        catch (DiskException)
        {
            // The first failure is the one to tell of.
        }

        return reason;
    }
}
