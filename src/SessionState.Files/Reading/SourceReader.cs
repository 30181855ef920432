using SessionState.Engine.Hierarchy;
using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>
/// Reads files that a web.config names as configSource, from its own folder or below, through open folders and without following a link.
/// </summary>
internal sealed class SourceReader(Folder folder, DateTimeOffset now)
{
    private static readonly char[] Slashes = ['\\', '/'];

    private readonly List<FoundSource> _found = [];

    /// <summary>What was looked for.</summary>
    public FoundSource[] Found => [.. _found];

    /// <param name="name">The path as the web.config writes it; the engine has checked that it leads nowhere else.</param>
    public SectionSource Read(string name) => Read(folder, name.Split(Slashes), name);

    private SectionSource Read(Folder at, ReadOnlySpan<string> names, string source)
    {
        var name = TrueName(at, names[0]);
        var path = Path.Join(at.Path, name);
        if (names.Length == 1)
        {
            return ReadFile(at, name, path, source);
        }

        using var below = at.OpenFolder(name, out var problem);
        return below is null ? Note(path, source, FileRead.Refused(problem), null) : Read(below, names[1..], source);
    }

    private SectionSource ReadFile(Folder at, string name, string path, string source)
    {
        var read = at.Read(name, ConfigurationFileReader.WebConfigLimit);
        return Note(path, source, read, read.IsRead ? read.Stamp.Settled(now) : at.StampOf(name));
    }

    private SectionSource Note(string path, string source, FileRead read, FileStamp? stamp)
    {
        _found.Add(new(path, new(read.IsRead ? ContentHash.Of(read.Bytes) : null), stamp));
        return new(source, path, read.Bytes, read.IsRead ? null : FileProblems.Describe(path, read.Problem, read.Detail));
    }

    // Windows finds a name in any letter case.
    private static string TrueName(Folder at, string name)
    {
        if (Disk.NameComparison is StringComparison.OrdinalIgnoreCase || at.StampOf(name) is not null)
        {
            return name;
        }

        var entries = new List<FolderEntry>();
        at.List(other => other.Equals(name, StringComparison.OrdinalIgnoreCase), entries);
        return entries.Find(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Name ?? name;
    }
}
