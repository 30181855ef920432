using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Watching;

/// <summary>Compares each known file and folder with its stamp. Reads nothing and changes nothing, so it needs no lock.</summary>
internal static class Sweep
{
    /// <summary>Folders that may be other than they were; each before those below it.</summary>
    public static List<ScannedFolder> FindChanged(Disk disk, IEnumerable<ScannedFolder> tops)
    {
        var changed = new List<ScannedFolder>();
        foreach (var top in tops)
        {
            FolderForest.Visit(top, Compare);
        }

        return changed;

        void Compare(ScannedFolder folder)
        {
            if (IsOther(disk, folder))
            {
                changed.Add(folder);
            }
        }
    }

    /// <summary>Whether a folder or its files may be other than they were.</summary>
    public static bool IsOther(Disk disk, ScannedFolder folder) =>
        disk.StampOf(folder.Path) != folder.Stamp || (folder.WebConfig is { } webConfig && IsOther(disk, webConfig));

    private static bool IsOther(Disk disk, FoundFile file) => disk.StampOf(file.File.Path) != file.Stamp
        || Array.Exists(file.Sources, source => disk.StampOf(source.Path) != source.Stamp);
}
