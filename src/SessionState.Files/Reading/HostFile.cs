using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;
using SessionState.Files.Disks;
using SessionState.Files.Watching;

namespace SessionState.Files.Reading;

/// <summary>A file for the whole server, such as applicationHost.config: where it is, and as it was found last.</summary>
internal sealed class HostFile
{
    private readonly Disk _disk;
    private readonly TimeProvider _time;

    private HostFile(Disk disk, TimeProvider time, ConfigurationFileKind kind, string path, Action<byte[]>? meanwhile)
    {
        _disk = disk;
        _time = time;
        Kind = kind;
        Path = path;
        Found = Read(known: null, meanwhile);
    }

    public FoundFile Found { get; private set; }

    public ConfigurationFileKind Kind { get; }

    public string Path { get; }

    private string FolderPath => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Its true path; null and the reason where it is missing or out of reach.</summary>
    public static string? Find(Disk disk, string path, out Diagnostic? problem)
    {
        var full = System.IO.Path.GetFullPath(path);
        var found = disk.Resolve(full, new(), out var why);
        problem = found is null ? FileProblems.DescribeHost(full, why) : null;
        return found;
    }

    /// <param name="meanwhile">Gets the bytes while they are parsed.</param>
    public static HostFile Open(Disk disk, string truePath, TimeProvider time, Action<byte[]> meanwhile) =>
        new(disk, time, ConfigurationFileKind.ApplicationHost, truePath, meanwhile);

    /// <summary>Opens one of the .NET Framework's files.</summary>
    public static HostFile Open(Disk disk, ConfigurationFileKind kind, string truePath, TimeProvider time) =>
        new(disk, time, kind, truePath, meanwhile: null);

    /// <summary>Reads it again if it changed.</summary>
    /// <returns>True where it says something else now.</returns>
    public bool LookAgain(HalfWritten? patience)
    {
        if (!IsOther())
        {
            return false;
        }

        var now = Read(Found, meanwhile: null);
        if (patience?.ShouldWait(Found, now) is true)
        {
            return false;
        }

        var same = now.SaysTheSame(Found);
        Found = same ? now with { File = Found.File } : now;
        return !same;
    }

    /// <summary>Lets the next look read it, whatever its stamp says.</summary>
    public void Distrust() => Found = Found with { Stamp = FileStamp.Unknown };

    /// <summary>Whether it may be other than it was read.</summary>
    public bool IsOther() => _disk.StampOf(Path) != Found.Stamp;

    /// <summary>Takes over what was written just now.</summary>
    public void Accept(CommitFile file, ConfigurationFile? parsed) => Found = Found with
    {
        File = parsed ?? ConfigurationFile.Read(Kind, Path, file.NewBytes),
        State = new(file.NewHash),
        Stamp = _disk.StampOf(Path)?.Settled(_time.GetUtcNow()) ?? FileStamp.Unknown,
    };

    /// <summary>Temporary files beside it that an interrupted commit left behind.</summary>
    public IEnumerable<string> Leftovers()
    {
        var entries = new List<FolderEntry>();
        using var folder = _disk.OpenFolder(FolderPath, out _);
        folder?.List(name => TemporaryName.IsOne(name), entries);
        return entries.Where(entry => entry.Kind is EntryKind.File).Select(entry => System.IO.Path.Join(FolderPath, entry.Name));
    }

    private FoundFile Read(FoundFile? known, Action<byte[]>? meanwhile)
    {
        var name = System.IO.Path.GetFileName(Path);
        using var folder = _disk.OpenFolder(FolderPath, out var problem);
        return folder is not null
            ? ConfigurationFileReader.ReadServerFile(Kind, folder, name, _time.GetUtcNow(), known, meanwhile)
            : new(
                name,
                ConfigurationFile.Unreadable(
                    Kind,
                    Path,
                    Kind is ConfigurationFileKind.ApplicationHost
                        ? FileProblems.DescribeHost(Path, problem) : FileProblems.Describe(Path, problem, null)),
                new(null),
                FileStamp.Unknown);
    }
}
