using System.Collections.Immutable;
using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>
/// The files of a set with their states, and one hash over all of them that each change updates instead of computing it anew.
/// </summary>
internal sealed class FileTable
{
    private ContentHash _sum;

    /// <summary>By path.</summary>
    public ImmutableDictionary<string, FileState> Files { get; private set; } =
        ImmutableDictionary.Create<string, FileState>(Disk.PathComparer);

    public string Revision => _sum.ToRevision();

    /// <summary>Adds a file, or gives it another state.</summary>
    public void Set(string path, FileState state)
    {
        Remove(path);
        Files = Files.Add(path, state);
        _sum = _sum.Plus(ContentHash.OfFile(path, state.Content));
    }

    /// <summary>Adds a web.config with the files that hold sections of it, or gives them another state.</summary>
    public void Set(FoundFile file)
    {
        Set(file.File.Path, file.State);
        foreach (var source in file.Sources)
        {
            Set(source.Path, source.State);
        }
    }

    public void Remove(FoundFile file)
    {
        Remove(file.File.Path);
        foreach (var source in file.Sources)
        {
            Remove(source.Path);
        }
    }

    public void Remove(string path)
    {
        if (Files.TryGetValue(path, out var state))
        {
            Files = Files.Remove(path);
            _sum = _sum.Minus(ContentHash.OfFile(path, state.Content));
        }
    }

    /// <summary>Adds folders and all below, with their files.</summary>
    public void Add(IEnumerable<ScannedFolder> trees)
    {
        var files = Files.ToBuilder();
        foreach (var tree in trees)
        {
            FolderForest.Visit(tree, Add);
        }

        Files = files.ToImmutable();

        void Add(ScannedFolder folder)
        {
            _sum = _sum.Plus(ContentHash.OfFolder(folder.Path));
            if (folder.WebConfig is { } webConfig)
            {
                AddFile(webConfig.File.Path, webConfig.State);
                foreach (var source in webConfig.Sources)
                {
                    AddFile(source.Path, source.State);
                }
            }
        }

        void AddFile(string path, FileState state)
        {
            if (files.TryAdd(path, state))
            {
                _sum = _sum.Plus(ContentHash.OfFile(path, state.Content));
            }
        }
    }

    /// <summary>Removes a folder and all below, with their files.</summary>
    public void Remove(ScannedFolder tree) => FolderForest.Visit(tree, folder =>
    {
        _sum = _sum.Minus(ContentHash.OfFolder(folder.Path));
        if (folder.WebConfig is { } webConfig)
        {
            Remove(webConfig);
        }
    });
}
