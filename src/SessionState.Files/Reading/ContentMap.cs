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

    private readonly HashSet<ContentPlace> _lost = [];
    private HashSet<string> _roots = [];
    private ServerLayout? _layout;
    private bool _isPrepared;

    public FolderForest Forest { get; } = new();

    public FolderScanner Scanner { get; private set; } = new(options.FolderLimit, [], [], time);

    /// <summary>Temporary files that an interrupted commit left behind.</summary>
    public ConcurrentBag<string> Leftovers { get; } = [];

    /// <summary>Physical paths that could lead to a folder of this machine and do not.</summary>
    public IReadOnlyCollection<ContentPlace> Lost => _lost;

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
        return Lead(_places.Values.Where(place => place.Candidate is not null)) || changed;
    }

    /// <summary>Looks again for folders that were not there.</summary>
    /// <returns>True where one is there now.</returns>
    public bool FindLost()
    {
        var before = _lost.Count;
        Lead([.. _lost]);
        return _lost.Count < before;
    }

    /// <summary>The place's folder is gone, or was not found.</summary>
    public void Lose(ContentPlace place, DiskProblem problem)
    {
        place.Lose(problem);
        _lost.Add(place);
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
                _lost.Remove(place);
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

    /// <summary>
    /// Leads places to their folders. Mostly the path is true as it is written, and its folder has just been scanned or lies below one that
    /// has; the others are looked up and scanned together.
    /// </summary>
    /// <returns>True where trees were added.</returns>
    private bool Lead(IEnumerable<ContentPlace> places)
    {
        var unfound = places.Where(place => !TryLead(place)).ToList();
        var cache = new PathCache();
        foreach (var place in unfound)
        {
            place.Resolve(disk, cache);
        }

        var added = unfound.Exists(place => place.TruePath is not null) && ScanPlaces();
        foreach (var place in unfound.Where(place => !TryLead(place)))
        {
            added |= ScanAlone(place);
        }

        return added;
    }

    private bool TryLead(ContentPlace place)
    {
        if (Forest.Find(place.Path!) is not { } folder)
        {
            return false;
        }

        place.Lead(folder);
        _lost.Remove(place);
        return true;
    }

    /// <summary>A folder below a scanned one, but beyond a limit or behind a closed folder, gets a tree of its own.</summary>
    private bool ScanAlone(ContentPlace place)
    {
        var problem = place.Problem;
        using var opener = disk.CreateOpener();
        if (place.TruePath is null || Scanner.ScanRoot(place.TruePath, opener, out problem) is not { } folder)
        {
            Lose(place, problem);
            return false;
        }

        Forest.Add(folder);
        return TryLead(place);
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
