using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Watching;

/// <summary>
/// Compares each known file's content with its hash, now and then: an edit may keep size and times, and some file systems lose times.
/// Called under the lock for looking.
/// </summary>
internal sealed class HashSweep(Disk disk, TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>When every file was last found to hold what was read.</summary>
    public DateTimeOffset Last { get; private set; } = time.GetUtcNow();

    /// <summary>Folders and server files with another content than was read; nothing where it is not time yet.</summary>
    public (List<ScannedFolder> Folders, List<HostFile> Files) FindRewritten(IEnumerable<ScannedFolder> tops, IEnumerable<HostFile> serverFiles)
    {
        var now = time.GetUtcNow();
        if (now - Last < Interval)
        {
            return ([], []);
        }

        var folders = new List<ScannedFolder>();
        foreach (var top in tops)
        {
            FolderForest.Visit(top, Compare);
        }

        var files = serverFiles.Where(IsRewritten).ToList();
        if (folders.Count == 0 && files.Count == 0)
        {
            Last = now;
        }

        return (folders, files);

        void Compare(ScannedFolder folder)
        {
            if (folder.WebConfig is { } webConfig
                && (Differs(webConfig.File.Path, webConfig.State) || Array.Exists(webConfig.Sources, source => Differs(source.Path, source.State))))
            {
                folders.Add(folder);
            }
        }
    }

    private bool IsRewritten(HostFile file) => Differs(file.Path, file.Found.State, ConfigurationFileReader.ApplicationHostLimit, HardLinks.Accepted);

    // A file that cannot be read is the other sweep's matter.
    private bool Differs(string path, FileState known, int limit = ConfigurationFileReader.WebConfigLimit, HardLinks links = HardLinks.Refused)
    {
        if (known.Content is not { } hash)
        {
            return false;
        }

        using var folder = disk.OpenFolder(Path.GetDirectoryName(path)!, out _);
        return folder?.Read(Path.GetFileName(path), limit, links) is { IsRead: true } read && ContentHash.Of(read.Bytes) != hash;
    }
}
