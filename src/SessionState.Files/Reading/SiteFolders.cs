using System.Text;
using SessionState.Engine.Hierarchy;

namespace SessionState.Files.Reading;

/// <summary>What can be said of the sites' folders without looking at any.</summary>
internal static class SiteFolders
{
    /// <summary>True where both layouts have the same sites and lead them to the same folders: most edits change neither.</summary>
    public static bool AreSame(ServerLayout one, ServerLayout other) =>
        one == other || one.Sites.AsSpan().SequenceEqual(other.Sites.AsSpan(), Sites.Instance);

    /// <summary>
    /// Guesses the sites' physical paths from the bytes of applicationHost.config, so that their folders can be read while the file itself
    /// is still being parsed, which takes as long on a big server. What it misses or finds too much costs time, nothing else.
    /// </summary>
    public static HashSet<string> Guess(ReadOnlySpan<byte> host)
    {
        var paths = new HashSet<string>();
        var end = host.IndexOf("</sites>"u8);
        var rest = host[..Math.Max(end, 0)];
        for (int start; (start = rest.IndexOf("physicalPath=\""u8)) >= 0;)
        {
            rest = rest[(start + "physicalPath=\"".Length)..];
            var length = rest.IndexOf((byte)'"');
            if (length > 0 && !rest[..length].ContainsAny("&%<"u8))
            {
                paths.Add(Encoding.UTF8.GetString(rest[..length]));
            }
        }

        return paths;
    }

    private sealed class Sites : IEqualityComparer<Site>
    {
        public static Sites Instance { get; } = new();

        public bool Equals(Site? one, Site? other) =>
            one?.Name == other?.Name && Paths(one).SequenceEqual(Paths(other), StringComparer.Ordinal);

        public int GetHashCode(Site site) => site.Name.GetHashCode(StringComparison.Ordinal);

        private static IEnumerable<string> Paths(Site? site)
        {
            foreach (var application in site?.Applications ?? [])
            {
                foreach (var directory in application.VirtualDirectories)
                {
                    yield return directory.ExpandedPath;
                }
            }
        }
    }
}
