using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;
using SessionState.Files.Disks;
using SessionState.Files.Watching;

namespace SessionState.Files.Reading;

/// <summary>applicationHost.config: where it is, and as it was found last.</summary>
internal sealed class HostFile
{
    private readonly Disk _disk;
    private readonly TimeProvider _time;

    private HostFile(Disk disk, TimeProvider time, FoundFile found)
    {
        _disk = disk;
        _time = time;
        Found = found;
    }

    public FoundFile Found { get; private set; }

    public string Path => Found.File.Path;

    private string FolderPath => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Finds and reads it; null and the reason where it is missing or out of reach.</summary>
    public static HostFile? Open(Disk disk, string path, TimeProvider time, out Diagnostic? problem)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (disk.Resolve(full, new(), out var why) is { } resolved
            && disk.OpenFolder(System.IO.Path.GetDirectoryName(resolved) ?? resolved, out why) is { } folder)
        {
            using (folder)
            {
                problem = null;
                var name = System.IO.Path.GetFileName(resolved);
                return new(disk, time, ConfigurationFileReader.ReadApplicationHost(folder, name, time.GetUtcNow()));
            }
        }

        problem = FileProblems.DescribeHost(full, why);
        return null;
    }

    /// <summary>Reads it again if it changed.</summary>
    /// <returns>True where it says something else now.</returns>
    public bool LookAgain(HalfWritten? patience)
    {
        if (_disk.StampOf(Path) == Found.Stamp)
        {
            return false;
        }

        var now = ReadAgain();
        if (patience?.ShouldWait(Found, now) is true)
        {
            return false;
        }

        var same = now.SaysTheSame(Found);
        Found = same ? now with { File = Found.File } : now;
        return !same;
    }

    /// <summary>Takes over what was written just now.</summary>
    public void Accept(ReadOnlySpan<byte> bytes, ConfigurationFile? parsed) => Found = Found with
    {
        File = parsed ?? ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, Path, bytes.ToArray()),
        State = new(ContentHash.Of(bytes)),
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

    private FoundFile ReadAgain()
    {
        using var folder = _disk.OpenFolder(FolderPath, out var problem);
        return folder is not null
            ? ConfigurationFileReader.ReadApplicationHost(folder, Found.Name, _time.GetUtcNow())
            : Found with
            {
                File = ConfigurationFile.Unreadable(ConfigurationFileKind.ApplicationHost, Path, FileProblems.DescribeHost(Path, problem)),
                State = new(null),
                Stamp = FileStamp.Unknown,
            };
    }
}
