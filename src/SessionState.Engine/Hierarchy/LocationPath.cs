using System.Buffers;

namespace SessionState.Engine.Hierarchy;

/// <summary>Rules for the paths of location tags and nodes.</summary>
internal static class LocationPath
{
    // Far beyond what Windows allows; a tree is walked recursively.
    private const int MaximumSegments = 128;

    // Names hold none of them on Windows.
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), .. "\\?:*\"<>|"]);

    // A slash, a backslash, a dot or the end of a string as a URL writes them: whoever decodes such a path later must not find another one.
    private static readonly SearchValues<string> Encoded =
        SearchValues.Create(["%2f", "%5c", "%2e", "%00"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the path can name a node: segments between single slashes, none of them empty, "." or "..".</summary>
    internal static bool IsValid(ReadOnlySpan<char> path)
    {
        if (path.ContainsAny(Forbidden) || path.ContainsAny(Encoded) || path.Count('/') >= MaximumSegments)
        {
            return false;
        }

        while (true)
        {
            var slash = path.IndexOf('/');
            var segment = slash < 0 ? path : path[..slash];

            // Windows drops blanks and dots at the end of a name, so that such a segment would mean another folder.
            if (segment.IsEmpty || segment[0] == ' ' || segment[^1] is '.' or ' ')
            {
                return false;
            }

            if (slash < 0)
            {
                return true;
            }

            path = path[(slash + 1)..];
        }
    }

    /// <summary>Whether the path of an application or virtual directory is "/" or "/" and a valid path.</summary>
    internal static bool IsValidFromRoot(string path) => path == "/" || (path.StartsWith('/') && IsValid(path.AsSpan(1)));

    /// <summary>Whether a name or path that stands for nothing on the disk is taken for a file: it has an extension.</summary>
    internal static bool LooksLikeFile(ReadOnlySpan<char> name)
    {
        name = name[(name.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 && dot < name.Length - 1;
    }
}
