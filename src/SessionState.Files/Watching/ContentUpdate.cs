using SessionState.Engine.Hierarchy;
using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Watching;

/// <summary>
/// One round of looking at changed folders: brings trees and table up to date and collects what that means for the snapshot.
/// </summary>
/// <param name="patience">
/// Files that were malformed a moment ago, while they may still be being written; null: take everything as it is.
/// </param>
internal sealed class ContentUpdate(Disk disk, ContentMap map, FileTable table, HalfWritten? patience, TimeProvider time)
{
    private readonly HashSet<string> _sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ConfigurationFile> _newContent = [];
    private readonly HashSet<ScannedFolder> _goneTops = [];
    private bool _foldersChanged;

    /// <summary>Files with other content, new ones, and those that are gone.</summary>
    public SortedSet<string> ChangedFiles { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => !_foldersChanged && ChangedFiles.Count == 0;

    /// <summary>The server with everything found in this round.</summary>
    public ServerConfiguration ApplyTo(ServerConfiguration server)
    {
        const int WorthOneRebuild = 8;
        return _foldersChanged || _newContent.Count > WorthOneRebuild
            ? server.Rebuild(_sites, map.Read)
            : _newContent.Aggregate(server, (current, file) => current.With(file));
    }

    /// <summary>Looks at folders that may have changed.</summary>
    public void Look(List<ScannedFolder> folders)
    {
        folders.ForEach(Look);
        if (_goneTops.Count > 0)
        {
            map.Forest.Remove(_goneTops);
        }
    }

    private void Look(ScannedFolder folder)
    {
        if (map.Forest.Find(folder.Path) != folder || _goneTops.Contains(folder.Top))
        {
            return; // it went with a folder above it
        }

        using var open = disk.OpenFolder(folder.Path, out var problem);
        switch (problem)
        {
            case DiskProblem.None:
                Look(folder, open!);
                break;
            case DiskProblem.Denied or DiskProblem.Failed:
                var unknown = FolderScanner.Unknown(folder.Path, FileProblems.DescribeFolder(folder.Path, problem));
                Update(folder, unknown, []);
                folder.Stamp = disk.StampOf(folder.Path) ?? FileStamp.Unknown;
                break;
            default:
                Remove(folder);
                break;
        }
    }

    private void Look(ScannedFolder folder, Folder open)
    {
        var stamp = open.Stamp.Settled(time.GetUtcNow());
        var (webConfig, names) = map.Scanner.Look(open, folder.WebConfig);
        var waits = patience?.ShouldWait(folder.WebConfig, webConfig) is true;
        Update(folder, waits ? folder.WebConfig : webConfig, Merge(folder, open, names));
        folder.Stamp = waits ? FileStamp.Unknown : stamp;
    }

    private ScannedFolder[] Merge(ScannedFolder folder, Folder open, string[] names)
    {
        if (names.Length == folder.Folders.Length && names.Zip(folder.Folders).All(pair => pair.First == pair.Second.Name))
        {
            return folder.Folders;
        }

        var folders = new List<ScannedFolder>(names.Length);
        foreach (var name in names)
        {
            if (folder.Find(name) is { } known)
            {
                folders.Add(known);
            }
            else if (map.Scanner.ScanBelow(open, name, folder) is { } added)
            {
                added.Parent = folder;
                Add(added);
                folders.Add(added);
            }
        }

        return [.. folders];
    }

    private void Update(ScannedFolder folder, FoundFile? webConfig, ScannedFolder[] folders)
    {
        foreach (var gone in folder.Folders.Except(folders))
        {
            Forget(gone);
        }

        var sameFile = webConfig is null ? folder.WebConfig is null : webConfig.SaysTheSame(folder.WebConfig);
        var sameFolders = folders.AsSpan().SequenceEqual(folder.Folders);
        if (sameFile && sameFolders)
        {
            folder.Restamp(webConfig);
            return;
        }

        _foldersChanged |= !sameFolders;
        NoteSites(folder);
        if (!sameFile)
        {
            ReplaceFile(folder, webConfig);
        }

        folder.Update(sameFile ? folder.WebConfig : webConfig, folders);
    }

    private void ReplaceFile(ScannedFolder folder, FoundFile? webConfig)
    {
        NoteFile(folder.WebConfig);
        NoteFile(webConfig);
        if (folder.WebConfig is { } before)
        {
            table.Remove(before);
        }

        if (webConfig is not null)
        {
            table.Set(webConfig);
            _newContent.Add(webConfig.File);
        }

        // Another name or none at all is more than other content.
        _foldersChanged |= webConfig is null || (folder.WebConfig is { } old && old.Name != webConfig.Name);
    }

    private void Add(ScannedFolder tree)
    {
        table.Add([tree]);
        FolderForest.Visit(tree, folder => NoteFile(folder.WebConfig));
    }

    private void Remove(ScannedFolder folder)
    {
        if (folder.Parent is { } parent)
        {
            Update(parent, parent.WebConfig, [.. parent.Folders.Where(sibling => sibling != folder)]);
            return;
        }

        _foldersChanged = true;
        NoteSites(folder);
        Forget(folder);
        _goneTops.Add(folder);
    }

    private void Forget(ScannedFolder tree)
    {
        table.Remove(tree);
        FolderForest.Visit(tree, folder =>
        {
            folder.NearestRoot.Remove();
            NoteFile(folder.WebConfig);
            foreach (var place in folder.Root?.Places ?? [])
            {
                _sites.UnionWith(place.Sites);
                map.Lose(place, DiskProblem.Missing);
            }
        });
    }

    private void NoteFile(FoundFile? file)
    {
        if (file is not null)
        {
            ChangedFiles.Add(file.File.Path);
            ChangedFiles.UnionWith(file.Sources.Select(source => source.Path));
        }
    }

    /// <summary>Every site of which a virtual directory starts here or above.</summary>
    private void NoteSites(ScannedFolder folder)
    {
        for (var above = folder; above is not null; above = above.Parent)
        {
            foreach (var place in above.Root?.Places ?? [])
            {
                _sites.UnionWith(place.Sites);
            }
        }
    }
}
