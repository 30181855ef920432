namespace SessionState.Engine.Hierarchy;

/// <summary>Replaces <c>%name%</c> in physical paths. Names that nobody defined stay as written.</summary>
public static class PathVariables
{
    /// <summary>The path with the known names replaced.</summary>
    /// <param name="path">The path as written.</param>
    /// <param name="variables">Values by name without percent signs; names compare without regard to case.</param>
    public static string Expand(string path, IReadOnlyDictionary<string, string> variables)
    {
        var start = path.IndexOf('%', StringComparison.Ordinal);
        while (start >= 0)
        {
            var end = path.IndexOf('%', start + 1);
            if (end < 0)
            {
                break;
            }

            if (Find(path[(start + 1)..end], variables) is { } value)
            {
                path = path[..start] + value + path[(end + 1)..];
                end = start + value.Length;
            }

            start = end < path.Length ? path.IndexOf('%', end) : -1;
        }

        return path;
    }

    private static string? Find(string name, IReadOnlyDictionary<string, string> variables)
    {
        if (variables.TryGetValue(name, out var value))
        {
            return value;
        }

        foreach (var (known, other) in variables)
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return other;
            }
        }

        return null;
    }
}
