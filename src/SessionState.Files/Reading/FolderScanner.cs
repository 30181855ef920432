using System.Collections.Concurrent;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;
using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>Reads folder trees and the web.config files in them. Follows no link. One scanner serves several threads.</summary>
internal sealed class FolderScanner(
    int folderLimit, HashSet<string> roots, ConcurrentBag<string> leftovers, TimeProvider time)
{
    private const int MostLevels = 100;

    [ThreadStatic]
    private static List<FolderEntry>? _entries;

    /// <summary>Scans a virtual directory's folder and all below; null and the reason where it cannot be opened.</summary>
    public ScannedFolder? ScanRoot(string path, FolderOpener opener, out DiskProblem problem)
    {
        using var folder = opener.Open(path, out problem);
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
    public (FoundFile? WebConfig, string[] Names) Look(Folder folder, FoundFile? known = null)
    {
        var entries = _entries ??= [];
        entries.Clear();
        var problem = folder.List(IsOurs, entries);
        if (problem is not DiskProblem.None)
        {
            return (Unknown(folder.Path, FileProblems.DescribeFolder(folder.Path, problem)), []);
        }

        string? webConfig = null;
        var isAmbiguous = false;
        foreach (var (name, kind) in entries)
        {
            if (FoundFile.IsWebConfig(name))
            {
                isAmbiguous = webConfig is not null;
                webConfig = name;
            }
            else if (kind is not EntryKind.Folder)
            {
                leftovers.Add(Path.Join(folder.Path, name));
            }
        }

        var file = webConfig is null ? null
            : isAmbiguous ? Unknown(folder.Path, FileProblems.Ambiguous(folder.Path))
            : known?.Name == webConfig && folder.StampOf(webConfig) == known.Stamp && known.Sources.Length == 0 ? known
            : ConfigurationFileReader.ReadWebConfig(folder, webConfig, time.GetUtcNow(), known);
        return (file, FolderNames(entries));
    }

    private static bool IsOurs(ReadOnlySpan<char> name) => FoundFile.IsWebConfig(name) || TemporaryName.IsOne(name);

    public static FoundFile Unknown(string folder, Diagnostic why)
    {
        var file = ConfigurationFile.Unreadable(ConfigurationFileKind.Web, Path.Join(folder, FoundFile.WebConfigName), why);
        return new(FoundFile.WebConfigName, file, new(null), FileStamp.Unknown);
    }

    private static string[] FolderNames(List<FolderEntry> entries)
    {
        entries.RemoveAll(entry => entry.Kind is not EntryKind.Folder || FoundFile.IsWebConfig(entry.Name));
        if (entries.Count == 0)
        {
            return [];
        }

        var names = new string[entries.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = entries[i].Name;
        }

        Array.Sort(names, Disk.PathComparer);
        return names;
    }

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
        var folders = names.Length == 0 ? [] : ScanChildren(folder, names, root, level);
        var content = new ContentFolder(name, folder.Path, webConfig?.File, ScannedFolder.ContentsOf(folders));
        var scanned = new ScannedFolder(content, stamp, webConfig, folders) { Root = isRoot ? root : null };
        foreach (var child in folders)
        {
            child.Parent = scanned;
        }

        return scanned;
    }

    private ScannedFolder[] ScanChildren(Folder folder, string[] names, RootFolder root, int level)
    {
        var children = new ScannedFolder[names.Length];
        var count = 0;
        foreach (var name in names)
        {
            if (ScanChild(folder, name, root, level + 1) is { } child)
            {
                children[count++] = child;
            }
        }

        return count == names.Length ? children : children[..count];
    }

    private static ScannedFolder Closed(string path, string name, DiskProblem problem, FileStamp? stamp)
    {
        var webConfig = Unknown(path, FileProblems.DescribeFolder(path, problem));
        return new(new(name, path, webConfig.File, []), stamp ?? FileStamp.Unknown, webConfig, []);
    }
}
