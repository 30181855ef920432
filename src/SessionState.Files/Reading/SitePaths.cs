using System.Text;

namespace SessionState.Files.Reading;

/// <summary>
/// Guesses the sites' physical paths from the bytes of applicationHost.config, so that their folders can be read while the file itself is
/// still being parsed, which takes as long on a big server. What it misses or finds too much costs time, nothing else.
/// </summary>
internal static class SitePaths
{
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
}
