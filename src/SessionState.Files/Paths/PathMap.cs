using System.Collections.Immutable;

namespace SessionState.Files.Paths;

/// <summary>The path map, ready for look-ups: whole names only, without regard to case, the longest first.</summary>
internal sealed class PathMap
{
    private readonly ImmutableArray<(PhysicalPath From, string To)> _mappings;

    public PathMap(IEnumerable<PathMapping> mappings) => _mappings =
    [
        .. mappings
            .Select(mapping => (From: ParseFrom(mapping.From), To: Path.TrimEndingDirectorySeparator(Path.GetFullPath(mapping.To))))
            .Where(mapping => mapping.From.IsWhole)
            .OrderByDescending(mapping => mapping.From.Names.Length),
    ];

    public bool IsEmpty => _mappings.IsEmpty;

    /// <summary>The folder's path on this machine, in any letter case below the mapped folder; null where no mapping fits.</summary>
    public string? Map(PhysicalPath path)
    {
        foreach (var (from, to) in _mappings)
        {
            if (path.Kind == from.Kind && Same(path.Root, from.Root) && StartsWith(path.Names, from.Names))
            {
                return Path.Combine([to, .. path.Names.AsSpan()[from.Names.Length..]]);
            }
        }

        return null;
    }

    /// <summary>"C:" here means the whole drive.</summary>
    public static PhysicalPath ParseFrom(string from) => PhysicalPath.Parse(from is [_, ':'] ? from + '\\' : from);

    private static bool StartsWith(ImmutableArray<string> names, ImmutableArray<string> start) =>
        names.Length >= start.Length && start.AsSpan().SequenceEqual(names.AsSpan(0, start.Length), StringComparer.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
