using System.Collections.Concurrent;
using SessionState.Engine.Hierarchy;
using SessionState.Files.Disks;
using SessionState.Files.Paths;

namespace SessionState.Files.Reading;

/// <summary>Which folder each virtual directory's physical path leads to, and what was found there.</summary>
internal sealed class ContentMap(Disk disk, ConfigurationSetOptions options, string applicationHostPath, TimeProvider time)
{
    private readonly PathMap _pathMap = new(options.PathMap);
    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
    private Dictionary<string, ContentPlace> _places = [];

    public FolderForest Forest { get; } = new();

    public FolderScanner Scanner { get; private set; } = new(disk, options.FolderLimit, new HashSet<string>(), time);

    /// <summary>Physical paths that could lead to a folder of this machine and do not.</summary>
    public IEnumerable<ContentPlace> Lost => _places.Values.Where(place => place is { Candidate: not null, Folder: null });

    /// <summary>Finds and scans what the layout names and was not scanned yet, and forgets what it does not name any more.</summary>
    /// <returns>True where trees came or went.</returns>
    public bool Update(ServerLayout layout)
    {
        var before = _places;
        _places = PlacesOf(layout);
        foreach (var (path, place) in before)
        {
            if (!_places.ContainsKey(path))
            {
                place.Lose(DiskProblem.Missing);
            }
        }

        var candidates = _places.Values.Where(place => place.Candidate is not null).ToArray();
        Resolve(candidates.Where(place => place.LocalPath is null).ToArray());

        var roots = candidates.Where(place => place.LocalPath is not null).Select(place => place.LocalPath!).ToHashSet(Disk.PathComparer);
        Scanner = new(disk, options.FolderLimit, roots, time);
        var changed = Scan(FolderForest.Outermost(roots));
        foreach (var place in candidates)
        {
            changed |= Lead(place);
        }

        return changed;
    }

    /// <summary>Looks again for the folder of a lost place.</summary>
    /// <param name="isNewTree">True where its folder was scanned just now; false where it is in a tree that was there.</param>
    /// <returns>True where it is there now.</returns>
    public bool Retry(ContentPlace place, PathCache cache, out bool isNewTree)
    {
        place.Resolve(disk, cache);
        isNewTree = Lead(place);
        return place.Folder is not null;
    }

    /// <summary>What the engine asks for each virtual directory.</summary>
    public ContentRoot Read(Site site, VirtualDirectory directory)
    {
        var place = _places[directory.ExpandedPath];
        return place switch
        {
            { Folder: { } folder } => new(folder.ContentAsRoot, folder.Root?.Problem),
            { IsUnmapped: true } => new(null, PathProblems.Unmapped(directory, PhysicalPath.Parse(directory.ExpandedPath), applicationHostPath)),
            { Candidate: null } => new(null, PathProblems.Refused(directory, place.Kind, applicationHostPath)),
            _ => new(null, FileProblems.DescribeFolder(place.Candidate, place.Problem)),
        };
    }

    private Dictionary<string, ContentPlace> PlacesOf(ServerLayout layout)
    {
        var places = new Dictionary<string, ContentPlace>(_places.Count, StringComparer.Ordinal);
        foreach (var site in layout.Sites)
        {
            foreach (var path in site.Applications.SelectMany(application => application.VirtualDirectories).Select(directory => directory.ExpandedPath))
            {
                if (!places.TryGetValue(path, out var place))
                {
                    place = _places.GetValueOrDefault(path) ?? PlaceOf(path);
                    place.Sites.Clear();
                    places.Add(path, place);
                }

                if (place.Sites.Count == 0 || place.Sites[^1] != site.Name)
                {
                    place.Sites.Add(site.Name);
                }
            }
        }

        return places;
    }

    private ContentPlace PlaceOf(string expandedPath)
    {
        var path = PhysicalPath.Parse(expandedPath);
        var isLocal = path.Kind is PhysicalPathKind.Posix || (path.Kind is PhysicalPathKind.Drive && OperatingSystem.IsWindows());
        return new(path.Kind, _pathMap.Map(path) ?? (isLocal ? path.ToString() : null));
    }

    /// <summary>In stretches, so that neighbours, which mostly share a parent, share a cache.</summary>
    private void Resolve(ContentPlace[] places)
    {
        if (places.Length == 0)
        {
            return;
        }

        Parallel.ForEach(Partitioner.Create(0, places.Length), _parallel, range =>
        {
            var cache = new PathCache();
            foreach (var place in places.AsSpan(range.Item1, range.Item2 - range.Item1))
            {
                place.Resolve(disk, cache);
            }
        });
    }

    private bool Scan(List<string> outermost)
    {
        var known = outermost.Select(Forest.Find).OfType<ScannedFolder>().ToArray();
        var found = new ConcurrentBag<ScannedFolder>(known);
        Parallel.ForEach(outermost.Except(known.Select(folder => folder.Path), Disk.PathComparer), _parallel, path =>
        {
            if (Scanner.ScanRoot(path, out _) is { } folder)
            {
                found.Add(folder);
            }
        });

        return Forest.Set(found);
    }

    /// <summary>A folder that is in no tree although one above it is was beyond a limit or behind a closed folder: it gets its own tree.</summary>
    /// <returns>True where a tree was added.</returns>
    private bool Lead(ContentPlace place)
    {
        if (place.LocalPath is not { } path)
        {
            return false;
        }

        if (Forest.Find(path) is { } known)
        {
            place.Lead(known);
            return false;
        }

        if (Scanner.ScanRoot(path, out var problem) is not { } folder)
        {
            place.Lose(problem);
            return false;
        }

        Forest.Add(folder);
        place.Lead(folder);
        return true;
    }
}
