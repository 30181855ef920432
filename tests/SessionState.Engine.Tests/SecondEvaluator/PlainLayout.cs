using System.Xml.Linq;

namespace SessionState.Engine.Tests.SecondEvaluator;

/// <summary>Which application and which folder a path belongs to: the longest application, then its longest virtual directory.</summary>
internal static class PlainLayout
{
    /// <summary>The path of the application that owns the path; "" for the server.</summary>
    public static string ApplicationRoot(ServerFiles files, string path) =>
        path.Length == 0 ? "" : path[..(Site(path).Length + Length(Application(files, path)))];

    /// <summary>The folder whose web.config counts for the path; null where none does.</summary>
    public static string? Folder(ServerFiles files, string path)
    {
        var application = Application(files, path);
        var rest = path[(Site(path).Length + Length(application))..];
        var directory = Longest(application.Elements("virtualDirectory"), rest);
        rest = rest[Length(directory)..];
        return rest.Length > 0 && (string?)directory.Attribute("allowSubDirConfig") == "false"
            ? null
            : ((string)directory.Attribute("physicalPath")! + rest).ToLowerInvariant();
    }

    private static XElement Application(ServerFiles files, string path)
    {
        var site = files.Host.Descendants("site")
            .Single(one => Site(path).Equals((string?)one.Attribute("name"), StringComparison.OrdinalIgnoreCase));
        return Longest(site.Elements("application"), path[Site(path).Length..]);
    }

    private static XElement Longest(IEnumerable<XElement> candidates, string rest) =>
        candidates.Where(candidate => Length(candidate) == 0 || Starts(rest, (string)candidate.Attribute("path")!)).MaxBy(Length)!;

    private static bool Starts(string rest, string path) => (rest + "/").StartsWith(path + "/", StringComparison.OrdinalIgnoreCase);

    private static int Length(XElement mapped) => (string?)mapped.Attribute("path") is { } path and not "/" ? path.Length : 0;

    private static string Site(string path) => path.Split('/')[0];
}
