using SessionState.Files.Disks;

namespace SessionState.Files;

/// <summary>Replaces a small file of our own so that after a crash or a power cut it holds either the old bytes or the new ones.</summary>
public static class DurableFile
{
    /// <summary>Writes the file, which may be new, in a folder that exists. A file that is there keeps its owner and rights.</summary>
    /// <returns>Null, or why it could not be written; then the old file is as it was.</returns>
    public static string? Replace(string file, ReadOnlySpan<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var disk = Disk.Native;
        var place = disk.Resolve(Path.GetDirectoryName(file)!, new(), out var problem);
        if (place is null || disk.OpenFolder(place, out problem) is not { } folder)
        {
            return $"Its folder cannot be opened ({problem}).";
        }

        using (folder)
        {
            return Replace(folder, Path.GetFileName(file), bytes);
        }
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
