using System.Globalization;
using System.Text;
using SessionState.Service.Audit.Keys;

namespace SessionState.Service.Audit.Checkpoints;

/// <summary>
/// A checkpoint as text, in the formats of C2SP tlog-checkpoint and signed-note: log name, number of records, root, an empty line,
/// signatures. A checkpoint that changes the key has two lines more, with the old key and the new one, and the signatures of both.
/// </summary>
internal static class CheckpointNote
{
    private const string OldKeyLine = "was ";
    private const string KeyLine = "key ";

    /// <summary>The log's name: what is signed says which server it is about. No blanks or plus signs, as the format wants.</summary>
    public static string Name(string origin) => $"session-state-audit/{Uri.EscapeDataString(origin)}";

    public static string Write(string name, long size, byte[] root, AuditKey key) => Sign(name, Text(name, size, root), [key]);

    /// <param name="name">The log's name.</param>
    /// <param name="size">Number of records, the one about this change included.</param>
    /// <param name="root">Their root.</param>
    /// <param name="old">The key so far; null where it is lost, and nobody can vouch for the next.</param>
    /// <param name="next">The key from here on.</param>
    public static string WriteRotation(string name, long size, byte[] root, AuditKey? old, AuditKey next) => Sign(
        name,
        $"{Text(name, size, root)}{(old is null ? "" : $"{OldKeyLine}{old.Verifier(name)}\n")}{KeyLine}{next.Verifier(name)}\n",
        old is null ? [next] : [old, next]);

    /// <summary>The key before the first change of keys, as that checkpoint names it; null where none of them does.</summary>
    public static string? FirstKey(IEnumerable<string> notes) => notes.Select(note => Find(note, OldKeyLine)).OfType<string>().FirstOrDefault();

    /// <summary>The key from this checkpoint on; null where it stays.</summary>
    public static string? NextKey(string note) => Find(note, KeyLine);

    /// <summary>Size and root, as <see cref="Write"/> wrote them; null where the text is none of ours.</summary>
    public static (long Size, byte[] Root)? Read(string note)
    {
        var lines = note.Split('\n');
        var root = new byte[32];
        return lines.Length > 4
            && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && Convert.TryFromBase64String(lines[2], root, out var length)
            && length == root.Length
            ? (size, root)
            : null;
    }

    private static string? Find(string note, string start) => note.Split('\n')
        .Skip(3)
        .TakeWhile(line => line.Length > 0)
        .FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..];

    private static string Text(string name, long size, byte[] root) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}\n{size}\n{Convert.ToBase64String(root)}\n");

    private static string Sign(string name, string text, AuditKey[] keys)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return $"{text}\n{string.Concat(keys.Select(key => key.SignatureLine(name, bytes)))}";
    }
}
