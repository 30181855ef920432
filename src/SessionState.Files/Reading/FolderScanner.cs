using System.Collections.Concurrent;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;
using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>Reads folder trees and the web.config files in them. Follows no link. One scanner serves several threads.</summary>
internal sealed class FolderScanner(Disk disk, int folderLimit, IReadOnlySet<string> roots, TimeProvider time)
{
    private const int MostLevels = 100;

    [ThreadStatic]
    private static ReadBuffer? _buffer;

    /// <summary>Temporary files that an interrupted commit left behind.</summary>
    public ConcurrentBag<string> Leftovers { get; } = [];

    /// <summary>Scans a virtual directory's folder and all below; null and the reason where it cannot be opened.</summary>
    public ScannedFolder? ScanRoot(string path, out DiskProblem problem)
    {
        using var folder = disk.OpenFolder(path, out problem);
        return folder is null ? null : Scan(folder, "", new RootFolder(path), 0, isRoot: true);
    }

    /// <summary>Scans a new folder below one that was scanned; null where the limit is reached.</summary>
    public ScannedFolder? ScanBelow(Folder parent, string name, ScannedFolder above)
    {
        var level = 1;
        for (var folder = above; folder.Root is null; folder = folder.Parent!)
        {
            level++;
        }

        return ScanChild(parent, name, above.NearestRoot, level);
    }

    /// <summary>What a folder holds now: its web.config and the names of its folders.</summary>
    public (FoundFile? WebConfig, List<string> Names) Look(Folder folder, FoundFile? known = null)
    {
        var entries = new List<FolderEntry>();
        var problem = folder.List(IsOurs, entries);
        if (problem is not DiskProblem.None)
        {
            return (Unknown(folder.Path, FileProblems.DescribeFolder(folder.Path, problem)), []);
        }

        var names = new List<string>();
        var files = new List<string>();
        foreach (var entry in entries)
        {
            if (FoundFile.IsWebConfig(entry.Name))
            {
                files.Add(entry.Name);
            }
            else if (entry.Kind is EntryKind.Folder)
            {
                names.Add(entry.Name);
            }
            else
            {
                Leftovers.Add(Path.Join(folder.Path, entry.Name));
            }
        }

        names.Sort(Disk.PathComparer);
        return (ReadWebConfig(folder, files, known), names);
    }

    public FoundFile Read(Folder folder, string name) =>
        ConfigurationFileReader.ReadWebConfig(folder, name, _buffer ??= new(), time.GetUtcNow());

    private static bool IsOurs(ReadOnlySpan<char> name) => FoundFile.IsWebConfig(name) || TemporaryName.IsOne(name);

    public static FoundFile Unknown(string folder, Diagnostic why)
    {
        var path = Path.Join(folder, FoundFile.WebConfigName);
        return new(FoundFile.WebConfigName, ConfigurationFile.Unreadable(ConfigurationFileKind.Web, path, why), new(null), FileStamp.Unknown);
    }

    private FoundFile? ReadWebConfig(Folder folder, List<string> names, FoundFile? known) => names switch
    {
        [] => null,
        [var name] when known?.Name == name && folder.StampOf(name) == known.Stamp => known,
        [var name] => Read(folder, name),
        _ => Unknown(folder.Path, FileProblems.Ambiguous(folder.Path)),
    };

    private ScannedFolder? ScanChild(Folder parent, string name, RootFolder root, int level)
    {
        var path = Path.Join(parent.Path, name);
        var isRoot = roots.Contains(path);
        if (!isRoot && (!root.TryAdd(folderLimit) || level > MostLevels))
        {
            root.Problem ??= FileProblems.TooManyFolders(root.Path, folderLimit);
            return null;
        }

        using var folder = parent.OpenFolder(name, out var problem);
        return folder is not null ? Scan(folder, name, isRoot ? new(path) : root, isRoot ? 0 : level, isRoot)
            : problem is DiskProblem.Missing ? null
            : Closed(path, name, problem, parent.StampOf(name));
    }

    private ScannedFolder Scan(Folder folder, string name, RootFolder root, int level, bool isRoot)
    {
        var stamp = folder.Stamp.Settled(time.GetUtcNow());
        var (webConfig, names) = Look(folder);
        var folders = names.Count == 0 ? [] : ScanChildren(folder, names, root, level);
        var content = new ContentFolder(name, folder.Path, webConfig?.File, ScannedFolder.ContentsOf(folders));
        var scanned = new ScannedFolder(content, stamp, webConfig, folders) { Root = isRoot ? root : null };
        foreach (var child in folders)
        {
            child.Parent = scanned;
        }

        return scanned;
    }

    private ScannedFolder[] ScanChildren(Folder folder, List<string> names, RootFolder root, int level)
    {
        var children = new List<ScannedFolder>(names.Count);
        foreach (var name in names)
        {
            if (ScanChild(folder, name, root, level + 1) is { } child)
            {
                children.Add(child);
            }
        }

        return [.. children];
    }

    private static ScannedFolder Closed(string path, string name, DiskProblem problem, FileStamp? stamp)
    {
        var webConfig = Unknown(path, FileProblems.DescribeFolder(path, problem));
        return new(new(name, path, webConfig.File, []), stamp ?? FileStamp.Unknown, webConfig, []);
    }
}
