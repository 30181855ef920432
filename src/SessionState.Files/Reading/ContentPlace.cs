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

    public ScannedFolder? Folder { get; private set; }

    /// <summary>Why there is no <see cref="Folder"/>.</summary>
    public DiskProblem Problem { get; private set; } = DiskProblem.Missing;

    /// <summary>Names of the sites that use it.</summary>
    public string[] Sites { get; private set; } = [];

    /// <summary>The candidate with links followed and names spelled as they are; null where that was not needed or led nowhere.</summary>
    public string? TruePath { get; private set; }

    /// <summary>Where it leads, as far as is known: true path, or as configured.</summary>
    public string? Path => Folder?.Path ?? TruePath ?? candidate;

    public void Resolve(Disk disk, PathCache cache)
    {
        TruePath = disk.Resolve(candidate!, cache, out var problem);
        Problem = problem;
    }

    public void Use(string[] oneSite)
    {
        if (Sites.Length == 0)
        {
            Sites = oneSite;
        }
        else if (Sites[^1] != oneSite[0])
        {
            Sites = [.. Sites, .. oneSite];
        }
    }

    public void Unuse() => Sites = [];

    public void Lead(ScannedFolder folder)
    {
        if (Folder != folder)
        {
            Lose(DiskProblem.None);
            Folder = folder;
            var root = folder.Root ??= new(folder.Path);
            root.Places = [.. root.Places, this];
        }
    }

    /// <summary>It leads nowhere any more, or not yet.</summary>
    public void Lose(DiskProblem problem)
    {
        if (Folder?.Root is { } root)
        {
            root.Places = [.. root.Places.Where(place => place != this)];
        }

        Folder = null;
        Problem = problem;
    }
}
