using SessionState.Engine.Hierarchy;
using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>Reads and parses one configuration file. What is wrong with the file becomes a diagnostic of it.</summary>
internal static class ConfigurationFileReader
{
    /// <summary>What IIS itself accepts by default (MaxWebConfigFileSizeInKB = 250).</summary>
    public const int WebConfigLimit = 256_000;

    public const int ApplicationHostLimit = 64 * 1024 * 1024;

    public static FoundFile ReadWebConfig(Folder folder, string name, DateTimeOffset now) =>
        Read(ConfigurationFileKind.Web, folder, name, WebConfigLimit, now);

    /// <param name="meanwhile">Gets the bytes while they are parsed; null: nothing else to do.</param>
    public static FoundFile ReadApplicationHost(Folder folder, string name, DateTimeOffset now, Action<byte[]>? meanwhile) =>
        Read(ConfigurationFileKind.ApplicationHost, folder, name, ApplicationHostLimit, now, meanwhile);

    /// <summary>Whose file it is decides whether it may have a second name.</summary>
    public static HardLinks LinksOf(ConfigurationFileKind kind) =>
        kind is ConfigurationFileKind.Web ? HardLinks.Refused : HardLinks.Accepted;

    private static FoundFile Read(
        ConfigurationFileKind kind, Folder folder, string name, int limit, DateTimeOffset now,
        Action<byte[]>? meanwhile = null)
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
        var file = ConfigurationFile.Read(kind, path, read.Bytes);
        work.GetAwaiter().GetResult();
        return new(name, file, new(ContentHash.Of(read.Bytes)), read.Stamp.Settled(now));
    }
}
