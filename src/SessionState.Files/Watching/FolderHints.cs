namespace SessionState.Files.Watching;

/// <summary>
/// The system's own change notices. They may come late, twice or never, so they only say "look soon". A big server gets none for its
/// content: Linux would need one watch a folder, of which there are few.
/// </summary>
internal sealed class FolderHints(Action hint) : IDisposable
{
    private const int MostTrees = 16;
    private const int MostFolders = 8_192;

    private readonly List<FileSystemWatcher> _watchers = [];

    public void Watch(string hostPath, IReadOnlyCollection<string> trees, int folderCount)
    {
        Add(Path.GetDirectoryName(hostPath)!, Path.GetFileName(hostPath), withSubfolders: false);
        if (trees.Count <= MostTrees && folderCount <= MostFolders)
        {
            foreach (var tree in trees)
            {
                Add(tree, "*", withSubfolders: true);
            }
        }
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private void Add(string folder, string filter, bool withSubfolders)
    {
        var watcher = new FileSystemWatcher();
        try
        {
            watcher.Path = folder;
            watcher.Filter = filter;
            watcher.IncludeSubdirectories = withSubfolders;
            watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite
                | NotifyFilters.Size | NotifyFilters.Security;
            watcher.Changed += (_, _) => hint();
            watcher.Created += (_, _) => hint();
            watcher.Deleted += (_, _) => hint();
            watcher.Renamed += (_, _) => hint();
            watcher.Error += (_, _) => hint();
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            watcher.Dispose(); // no watches left, or the folder just went: the sweep sees to it
        }
    }
}
