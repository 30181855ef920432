using SessionState.Engine.Hierarchy;
using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>Reads and parses one configuration file. What is wrong with the file becomes a diagnostic of it.</summary>
internal static class ConfigurationFileReader
{
    /// <summary>What IIS itself accepts by default (MaxWebConfigFileSizeInKB = 250).</summary>
    public const int WebConfigLimit = 256_000;

    public const int ApplicationHostLimit = 64 * 1024 * 1024;

    /// <param name="folder">Where it is.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="now">The time.</param>
    /// <param name="known">As it was found last: the same bytes are not parsed again.</param>
    public static FoundFile ReadWebConfig(Folder folder, string name, DateTimeOffset now, FoundFile? known) =>
        Read(ConfigurationFileKind.Web, folder, name, WebConfigLimit, now, known, meanwhile: null);

    /// <param name="kind">Which file for the whole server it is.</param>
    /// <param name="folder">Where it is.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="now">The time.</param>
    /// <param name="known">As it was found last: the same bytes are not parsed again.</param>
    /// <param name="meanwhile">Gets the bytes while they are parsed; null: nothing else to do.</param>
    public static FoundFile ReadServerFile(
        ConfigurationFileKind kind, Folder folder, string name, DateTimeOffset now, FoundFile? known, Action<byte[]>? meanwhile) =>
        Read(kind, folder, name, ApplicationHostLimit, now, known, meanwhile);

    /// <summary>Whose file it is decides whether it may have a second name.</summary>
    public static HardLinks LinksOf(ConfigurationFileKind kind) =>
        kind is ConfigurationFileKind.Web ? HardLinks.Refused : HardLinks.Accepted;

    private static FoundFile Read(
        ConfigurationFileKind kind,
        Folder folder,
        string name,
        int limit,
        DateTimeOffset now,
        FoundFile? known,
        Action<byte[]>? meanwhile)
    {
        var path = Path.Join(folder.Path, name);
        var read = folder.Read(name, limit, LinksOf(kind));
        if (!read.IsRead)
        {
            var why = FileProblems.Describe(path, read.Problem, read.Detail);
            var stamp = read.Problem is DiskProblem.Changing ? null : folder.StampOf(name);
            return new(name, ConfigurationFile.Unreadable(kind, path, why), new(null), stamp ?? FileStamp.Unknown);
        }

        var work = meanwhile is null ? Task.CompletedTask : Task.Run(() => meanwhile(read.Bytes));
        var state = new FileState(ContentHash.Of(read.Bytes));
        var sources = kind is ConfigurationFileKind.Web ? new SourceReader(folder, now) : null;
        var file = known?.State == state && known.File.Path == path && known.Sources.Length == 0
            ? known.File
            : ConfigurationFile.Read(kind, path, read.Bytes, sources is null ? null : sources.Read);
        work.GetAwaiter().GetResult();
        return new(name, file, state, read.Stamp.Settled(now)) { Sources = sources?.Found ?? [] };
    }
}
