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

    /// <summary>By expanded physical path.</summary>
    private readonly Dictionary<string, ContentPlace> _places = new(StringComparer.Ordinal);

    private HashSet<string> _roots = [];
    private ServerLayout? _layout;
    private bool _isPrepared;

    public FolderForest Forest { get; } = new();

    public FolderScanner Scanner { get; private set; } = new(options.FolderLimit, [], [], time);

    /// <summary>Temporary files that an interrupted commit left behind.</summary>
    public ConcurrentBag<string> Leftovers { get; } = [];

    /// <summary>Physical paths that could lead to a folder of this machine and do not.</summary>
    public IEnumerable<ContentPlace> Lost => _places.Values.Where(place => place is { Candidate: not null, Folder: null });

    /// <summary>Scans what a first layout will probably name.</summary>
    public void Prepare(IEnumerable<string> physicalPaths)
    {
        foreach (var path in physicalPaths)
        {
            _places.Add(path, PlaceOf(path));
        }

        _isPrepared = ScanPlaces();
    }

    /// <summary>Finds and scans what the layout names and was not scanned yet, and forgets what it does not name any more.</summary>
    /// <returns>True where trees came or went.</returns>
    public bool Update(ServerLayout layout)
    {
        if (_layout is not null && SiteFolders.AreSame(_layout, layout))
        {
            return false;
        }

        _layout = layout;
        TakePlaces(layout);
        var changed = ScanPlaces() || _isPrepared;
        _isPrepared = false;
        var cache = new PathCache();
        foreach (var place in _places.Values)
        {
            changed |= place.Candidate is not null && Lead(place, cache);
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
            { IsUnmapped: true } => new(null, PathProblems.Unmapped(directory, applicationHostPath)),
            { Candidate: null } => new(null, PathProblems.Refused(directory, place.Kind, applicationHostPath)),
            _ => new(null, FileProblems.DescribeFolder(place.Candidate, place.Problem)),
        };
    }

    private void TakePlaces(ServerLayout layout)
    {
        foreach (var place in _places.Values)
        {
            place.Unuse();
        }

        foreach (var site in layout.Sites)
        {
            string[] user = [site.Name];
            foreach (var application in site.Applications)
            {
                foreach (var directory in application.VirtualDirectories)
                {
                    Take(directory.ExpandedPath).Use(user);
                }
            }
        }

        foreach (var (path, place) in _places)
        {
            if (place.Sites.Length == 0)
            {
                place.Lose(DiskProblem.Missing);
                _places.Remove(path);
            }
        }
    }

    private ContentPlace Take(string expandedPath)
    {
        if (!_places.TryGetValue(expandedPath, out var place))
        {
            place = PlaceOf(expandedPath);
            _places.Add(expandedPath, place);
        }

        return place;
    }

    private ContentPlace PlaceOf(string expandedPath)
    {
        if (_pathMap.IsEmpty && PhysicalPath.IsPlainPosix(expandedPath))
        {
            return new(PhysicalPathKind.Posix, expandedPath);
        }

        var path = PhysicalPath.Parse(expandedPath);
        var isLocal = path.Kind is PhysicalPathKind.Posix || (path.Kind is PhysicalPathKind.Drive && OperatingSystem.IsWindows());
        var candidate = _pathMap.Map(path) ?? (isLocal ? path.ToString() : null);
        return new(path.Kind, candidate == expandedPath ? expandedPath : candidate); // one string where it can be one
    }

    /// <summary>Scans the trees that are not there yet, and drops those that no place needs.</summary>
    /// <returns>True where trees came or went.</returns>
    private bool ScanPlaces()
    {
        var roots = _places.Values.Select(place => place.Path).OfType<string>().ToHashSet(Disk.PathComparer);
        if (roots.SetEquals(_roots))
        {
            return false;
        }

        _roots = roots;
        Scanner = new(options.FolderLimit, roots, Leftovers, time);
        var found = new ConcurrentBag<ScannedFolder>();
        var missing = new List<string>();
        foreach (var path in FolderForest.Outermost(roots))
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

        // In stretches of neighbours, which are opened from where the last one was.
        const int Stretch = 256;
        Parallel.ForEach(missing.Chunk(Stretch), _parallel, paths => Scan(paths, found));
        return Forest.Set(found);
    }

    private void Scan(string[] paths, ConcurrentBag<ScannedFolder> found)
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
