using System.Text;
using System.Text.Json;
using SessionState.Files.Reading;

namespace SessionState.Files.Committing.Journals;

/// <summary>
/// The bytes of a journal: a line with the version and the hash of what follows, then JSON. A journal that is damaged anywhere, or that a
/// later version wrote, is none: nothing is done on its word.
/// </summary>
internal static class JournalFormat
{
    private const string Start = "session-state-journal 1 ";
    private const int HashLength = 64;

    public static byte[] Write(Journal journal)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(journal, JournalJson.Default.Journal);
        return [.. Encoding.ASCII.GetBytes($"{Start}{ContentHash.Of(json)}\n"), .. json, (byte)'\n'];
    }

    /// <returns>Null where it is damaged.</returns>
    public static Journal? Read(ReadOnlySpan<byte> bytes)
    {
        var length = Start.Length + HashLength + 1;
        if (bytes.Length <= length || bytes[^1] != '\n')
        {
            return null;
        }

        var json = bytes[length..^1];
        return bytes[..length].SequenceEqual(Encoding.ASCII.GetBytes($"{Start}{ContentHash.Of(json)}\n")) ? Parse(json) : null;
    }

    private static Journal? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var journal = JsonSerializer.Deserialize(json, JournalJson.Default.Journal);
            return journal is { Files.IsDefaultOrEmpty: false } && journal.Files.All(IsSound) ? journal : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSound(JournalEntry entry) =>
        Path.IsPathFullyQualified(entry.File)
        && TemporaryName.IsOne(entry.Temporary)
        && IsHash(entry.After)
        && (entry.Before is null || IsHash(entry.Before));

    private static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);
}
