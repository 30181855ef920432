using SessionState.Files.Committing.Journals;
using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Committing;

/// <summary>
/// Removes temporary files of a commit that a crash interrupted before its journal was written. Their bytes go to the history first: one
/// may be somebody's edit. Those of a journal that waits for a person are left to it; a damaged one could mean any.
/// </summary>
internal static class Leftovers
{
    public static void Remove(Disk disk, History history, JournalStore journals, IEnumerable<string> files)
    {
        var waiting = journals.ReadAll();
        if (waiting.Any(file => file.Journal is null))
        {
            return;
        }

        var kept = waiting.SelectMany(file => file.Journal!.Files).Select(entry => entry.TemporaryPath).ToHashSet(Disk.PathComparer);
        foreach (var file in files.Where(file => !kept.Contains(file)))
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
