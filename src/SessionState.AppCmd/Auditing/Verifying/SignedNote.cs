using System.Globalization;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>A signed checkpoint: C2SP tlog-checkpoint inside a signed note, read so strictly that no other bytes mean the same.</summary>
/// <param name="Text">What is signed.</param>
/// <param name="Name">Whose log.</param>
/// <param name="Size">Number of records.</param>
/// <param name="Root">Their root.</param>
/// <param name="OldKey">Where the key changes: the one so far; null where it stays or was lost.</param>
/// <param name="NextKey">Where the key changes: the one from here on.</param>
/// <param name="Signatures">The signature lines.</param>
internal sealed record SignedNote(
    string Text, string Name, long Size, byte[] Root, string? OldKey, string? NextKey, IReadOnlyList<NoteSignature> Signatures)
{
    private const string OldKeyLine = "was ";
    private const string NextKeyLine = "key ";

    /// <summary>Null where it is no checkpoint in this very form.</summary>
    public static SignedNote? Parse(string note)
    {
        if (note.Split("\n\n") is not [var body, var tail] || !tail.EndsWith('\n') || body.Contains('\r', StringComparison.Ordinal))
        {
            return null;
        }

        var lines = body.Split('\n');
        var rest = lines.Skip(3).ToList();
        var old = Take(rest, OldKeyLine);
        var next = Take(rest, NextKeyLine);
        var signatures = tail[..^1].Split('\n').Select(NoteSignature.Parse).ToList();
        return lines.Length >= 3
            && lines[0].Length > 0
            && rest.Count == 0
            && (old is null || next is not null)
            && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && size.ToString(CultureInfo.InvariantCulture) == lines[1]
            && CanonicalBase64.Decode(lines[2]) is { Length: 32 } root
            && signatures.TrueForAll(signature => signature is not null)
            ? new(body + "\n", lines[0], size, root, old, next, [.. signatures.OfType<NoteSignature>()])
            : null;
    }

    private static string? Take(List<string> lines, string start)
    {
        if (lines.Count == 0 || !lines[0].StartsWith(start, StringComparison.Ordinal))
        {
            return null;
        }

        var value = lines[0][start.Length..];
        lines.RemoveAt(0);
        return value;
    }
}

/// <summary>One signature line.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="Bytes">The key's id, and the signature.</param>
internal sealed record NoteSignature(string Name, byte[] Bytes)
{
    private const string Start = "— ";

    public static NoteSignature? Parse(string line) =>
        line.StartsWith(Start, StringComparison.Ordinal)
        && line[Start.Length..].Split(' ') is [{ Length: > 0 } name, var text]
        && CanonicalBase64.Decode(text) is { Length: > 4 } bytes
            ? new(name, bytes)
            : null;
}
