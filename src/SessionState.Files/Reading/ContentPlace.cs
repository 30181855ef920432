using SessionState.Files.Disks;
using SessionState.Files.Paths;

namespace SessionState.Files.Reading;

/// <summary>One physical path of the configuration, and where it led.</summary>
/// <param name="kind">What its letters say.</param>
/// <param name="candidate">The path on this machine, not yet looked up; null where it is refused or no path map fits.</param>
internal sealed class ContentPlace(PhysicalPathKind kind, string? candidate)
{
    public PhysicalPathKind Kind => kind;

    public string? Candidate => candidate;

    /// <summary>True where the path is whole, but on a machine that no path map connects with this one.</summary>
    public bool IsUnmapped => candidate is null && kind is PhysicalPathKind.Drive;

    /// <summary>The true path; null where it was not found.</summary>
    public string? LocalPath { get; private set; }

    public ScannedFolder? Folder { get; private set; }

    /// <summary>Why there is no <see cref="Folder"/>.</summary>
    public DiskProblem Problem { get; private set; } = DiskProblem.Missing;

    /// <summary>Names of the sites that use it.</summary>
    public List<string> Sites { get; } = new(1);

    /// <summary>Looks for the true path.</summary>
    public void Resolve(Disk disk, PathCache cache)
    {
        LocalPath = disk.Resolve(candidate!, cache, out var problem);
        Problem = problem;
    }

    public void Lead(ScannedFolder folder)
    {
        Folder = folder;
        Problem = DiskProblem.None;
        var root = folder.Root ??= new(folder.Path);
        if (!root.Places.Contains(this))
        {
            root.Places.Add(this);
        }
    }

    /// <summary>It leads nowhere any more, or not yet.</summary>
    public void Lose(DiskProblem problem)
    {
        Folder?.Root?.Places.Remove(this);
        Folder = null;
        LocalPath = null;
        Problem = problem;
    }
}
