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

    public FolderScanner Scanner { get; private set; } = new(options.FolderLimit, [], time);

    /// <summary>Physical paths that could lead to a folder of this machine and do not.</summary>
    public IEnumerable<ContentPlace> Lost => _places.Values.Where(place => place is { Candidate: not null, Folder: null });

    /// <summary>Finds and scans what the layout names and was not scanned yet, and forgets what it does not name any more.</summary>
    /// <returns>True where trees came or went.</returns>
    public bool Update(ServerLayout layout)
    {
        var before = _places;
        _places = PlacesOf(layout);
        foreach (var place in before.Values.Where(place => place.Sites.Length == 0))
        {
            place.Lose(DiskProblem.Missing);
        }

        var roots = _places.Values.Select(place => place.Path).OfType<string>().ToHashSet(Disk.PathComparer);
        Scanner = new(options.FolderLimit, roots, time);
        var changed = Scan(FolderForest.Outermost(roots));
        var cache = new PathCache();
        foreach (var place in _places.Values.Where(place => place.Candidate is not null))
        {
            changed |= Lead(place, cache);
        }

        return changed;
    }

    /// <summary>Leads a place to its folder, scanning it where that was not done.</summary>
    /// <returns>True where a tree was added.</returns>
    public bool Lead(ContentPlace place, PathCache cache)
    {
        // Mostly the path is true as it is written, and the folder has just been scanned or lies below one that has.
        if (Forest.Find(place.Path!) is { } known)
        {
            place.Lead(known);
            return false;
        }

        if (disk.Resolve(place.Candidate!, cache, out var problem) is not { } path)
        {
            place.Lose(problem);
            return false;
        }

        var folder = Forest.Find(path);
        if (folder is not null)
        {
            place.Lead(folder);
            return false;
        }

        using var opener = disk.CreateOpener();
        folder = Scanner.ScanRoot(path, opener, out problem);
        if (folder is null)
        {
            place.Lose(problem);
            return false;
        }

        Forest.Add(folder);
        place.Lead(folder);
        return true;
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
        foreach (var place in _places.Values)
        {
            place.Unuse();
        }

        var places = new Dictionary<string, ContentPlace>(_places.Count, StringComparer.Ordinal);
        foreach (var site in layout.Sites)
        {
            string[] user = [site.Name];
            foreach (var path in site.Applications.SelectMany(application => application.VirtualDirectories).Select(directory => directory.ExpandedPath))
            {
                if (!places.TryGetValue(path, out var place))
                {
                    place = _places.GetValueOrDefault(path) ?? PlaceOf(path);
                    places.Add(path, place);
                }

                place.Use(user);
            }
        }

        return places;
    }

    private ContentPlace PlaceOf(string expandedPath)
    {
        var path = PhysicalPath.Parse(expandedPath);
        var isLocal = path.Kind is PhysicalPathKind.Posix || (path.Kind is PhysicalPathKind.Drive && OperatingSystem.IsWindows());
        var candidate = _pathMap.Map(path) ?? (isLocal ? path.ToString() : null);
        return new(path.Kind, candidate == expandedPath ? expandedPath : candidate); // one string where it can be one
    }

    /// <summary>Scans trees that are not there yet. In the order of their paths and in stretches, so that neighbours are opened from where we are.</summary>
    private bool Scan(List<string> outermost)
    {
        var found = new ConcurrentBag<ScannedFolder>();
        var missing = new List<string>(outermost.Count);
        foreach (var path in outermost)
        {
            if (Forest.Find(path) is { } known)
            {
                found.Add(known);
            }
            else
            {
                missing.Add(path);
            }
        }

        missing.Sort(StringComparer.Ordinal);
        if (missing.Count > 0)
        {
            Parallel.ForEach(Partitioner.Create(0, missing.Count), _parallel, range => Scan(missing[range.Item1..range.Item2], found));
        }

        return Forest.Set(found);
    }

    private void Scan(List<string> paths, ConcurrentBag<ScannedFolder> found)
    {
        using var opener = disk.CreateOpener();
        foreach (var path in paths)
        {
            if (Scanner.ScanRoot(path, opener, out _) is { } folder)
            {
                found.Add(folder);
            }
        }
    }
}
