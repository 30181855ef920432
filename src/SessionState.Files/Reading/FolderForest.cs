using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>All scanned folder trees, none inside another. A folder that several virtual directories share is in it once.</summary>
internal sealed class FolderForest
{
    /// <summary>By path. Replaced as a whole, so that readers need no lock.</summary>
    private Dictionary<string, ScannedFolder> _tops = new(Disk.PathComparer);

    public IReadOnlyCollection<ScannedFolder> Tops => _tops.Values;

    /// <summary>Takes these trees in the place of all others.</summary>
    /// <returns>True where one came or went.</returns>
    public bool Set(IReadOnlyCollection<ScannedFolder> tops)
    {
        var before = _tops;
        foreach (var top in tops)
        {
            top.Parent = null;
        }

        _tops = tops.ToDictionary(top => top.Path, Disk.PathComparer);
        return tops.Count != before.Count || tops.Any(top => before.GetValueOrDefault(top.Path) != top);
    }

    public void Add(ScannedFolder top) => Set([.. Tops, top]);

    public void Remove(IReadOnlySet<ScannedFolder> tops) => Set([.. Tops.Where(top => !tops.Contains(top))]);

    /// <summary>The folder of that true path, or null where it was not scanned.</summary>
    public ScannedFolder? Find(string path)
    {
        var tops = _tops.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = path.Length; end > 0; end = ParentEnd(path, end))
        {
            if (tops.TryGetValue(path.AsSpan(0, end), out var top) && Descend(top, path.AsSpan(end)) is { } folder)
            {
                return folder;
            }
        }

        return null;
    }

    /// <summary>Those of the paths that lie in none of the others, in order.</summary>
    public static List<string> Outermost(IReadOnlyCollection<string> paths)
    {
        var outermost = new List<string>();
        var above = new Stack<string>();
        foreach (var path in paths.Order(Disk.PathComparer))
        {
            // What does not begin the path begins none after it. "/a" begins "/a-b" too, and is still to be seen by "/a/b".
            while (above.TryPeek(out var last) && !path.StartsWith(last, Disk.NameComparison))
            {
                above.Pop();
            }

            if (above.All(folder => !IsSeparator(path[folder.Length - (IsSeparator(folder[^1]) ? 1 : 0)])))
            {
                outermost.Add(path);
                above.Push(path);
            }
        }

        return outermost;
    }

    /// <summary>Does something with every folder of a tree, each before what is below it.</summary>
    public static void Visit(ScannedFolder top, Action<ScannedFolder> visit)
    {
        visit(top);
        foreach (var folder in top.Folders)
        {
            Visit(folder, visit);
        }
    }

    public static int Count(ScannedFolder tree) => 1 + tree.Folders.Sum(Count);

    private static bool IsSeparator(char character) =>
        character == Path.DirectorySeparatorChar || character == Path.AltDirectorySeparatorChar;

    private static int ParentEnd(string path, int end) =>
        path.AsSpan(0, end).LastIndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);

    private static ScannedFolder? Descend(ScannedFolder folder, ReadOnlySpan<char> rest)
    {
        var current = folder;
        foreach (var range in rest.SplitAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
        {
            if (rest[range] is { Length: > 0 } name)
            {
                current = current.Find(name);
                if (current is null)
                {
                    return null;
                }
            }
        }

        return current;
    }
}
