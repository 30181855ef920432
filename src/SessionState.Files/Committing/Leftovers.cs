using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Committing;

/// <summary>
/// Removes temporary files of a commit that a crash interrupted. Their bytes go to the history first: one may be somebody's edit.
/// </summary>
internal static class Leftovers
{
    public static void Remove(Disk disk, History history, IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            using var folder = disk.OpenFolder(Path.GetDirectoryName(file)!, out _);
            var name = Path.GetFileName(file);
            try
            {
                if (folder?.Read(name, ConfigurationFileReader.ApplicationHostLimit) is { IsRead: true } read)
                {
                    history.Keep(ContentHash.Of(read.Bytes), read.Bytes);
                    folder.Delete(name);
                }
            }
            catch (DiskException)
            {
                // Not ours to remove here; it does no harm and the next start tries again.
            }
        }
    }
}
