using System.Collections.Immutable;

namespace SessionState.Service.Audit;

/// <summary>
/// The index over the records' texts: which records contain which three characters in a row. It is asked for all of a text's, and what
/// it names is compared with the text itself.
/// </summary>
internal static class TextIndex
{
    /// <summary>Shorter texts are in no index.</summary>
    public const int Width = 3;

    // More make an answer no faster.
    private const int MaxParts = 24;

    /// <summary>What to ask the index; null where the text has no three characters in a row that it knows.</summary>
    public static string? Question(string text)
    {
        var letters = text.EnumerateRunes().ToImmutableArray();
        var parts = Enumerable.Range(0, Math.Max(0, letters.Length - Width + 1))
            .Select(start => string.Concat(letters.Slice(start, Width)))
            .Distinct()
            .Take(MaxParts)
            .Select(part => $"\"{part.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
            .ToList();
        return parts.Count == 0 ? null : string.Join(" AND ", parts);
    }
}
