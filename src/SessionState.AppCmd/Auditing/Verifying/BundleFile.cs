using System.Globalization;
using System.Text;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>Reads a bundle: a line that says what it is, the key, checkpoints, and every leaf from left to right.</summary>
internal static class BundleFile
{
    public const string FirstLine = "session-state-audit-bundle 2";

    /// <summary>Before names were kept apart from records; otherwise the same.</summary>
    private const string FirstLineBefore = "session-state-audit-bundle 1";

    private const string KeyStart = "key ";
    private const string RecordsLine = "records";

    public static VerifyReport Verify(Stream stream, PublicKey? trusted, SignedNote? since)
    {
        var lines = new StrictLines(stream);
        if (lines.Read() is not (FirstLine or FirstLineBefore)
            || lines.Read() is not { } keyLine
            || !keyLine.StartsWith(KeyStart, StringComparison.Ordinal)
            || PublicKey.Parse(keyLine[KeyStart.Length..]) is not { } key
            || lines.Read() is not "")
        {
            return VerifyReport.Bad(null, "This is no bundle, or its first lines were changed.");
        }

        if (ReadNotes(lines) is not { Count: > 0 } notes || !AreInOrder(notes))
        {
            return VerifyReport.Bad(null, "The bundle's checkpoints are damaged.");
        }

        if (key.Name != notes[^1].Name || notes.Exists(note => note.Name != key.Name))
        {
            return VerifyReport.Bad(null, $"The bundle mixes logs: its key is of {key.Name}, a checkpoint of {notes.Find(note => note.Name != key.Name)?.Name}.");
        }

        var first = notes.Find(note => note.NextKey is not null)?.OldKey ?? key.Line;
        if (first != key.Line)
        {
            return VerifyReport.Bad(null, "The bundle's key is not the one its first change of keys names.");
        }

        var walk = new LogVerifier(notes, trusted ?? key, since);
        return VerifyReport.Of(walk, ReadRecords(lines, walk), notes[^1], trusted, isWhole: true);
    }

    private static bool AreInOrder(List<SignedNote> notes) =>
        notes.Zip(notes.Skip(1)).All(pair => pair.First.Size < pair.Second.Size && pair.First.NextKey is not null);

    private static List<SignedNote>? ReadNotes(StrictLines lines)
    {
        var notes = new List<SignedNote>();
        for (var line = lines.Read(); line != RecordsLine; line = lines.Read())
        {
            var note = new StringBuilder();
            for (var emptyLines = 0; line is not null; line = lines.Read())
            {
                emptyLines += line.Length == 0 ? 1 : 0;
                if (emptyLines == 2)
                {
                    break;
                }

                note.Append(line).Append('\n');
            }

            if (line is null || SignedNote.Parse(note.ToString()) is not { } parsed)
            {
                return null;
            }

            notes.Add(parsed);
        }

        return notes;
    }

    private static string? ReadRecords(StrictLines lines, LogVerifier walk)
    {
        while (lines.ReadBytes() is { } line)
        {
            if (line is [(byte)'~', .. var rest])
            {
                var text = Encoding.ASCII.GetString(rest).Split(' ');
                if (text.Length != 2
                    || !int.TryParse(text[0], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
                    || level.ToString(CultureInfo.InvariantCulture) != text[0]
                    || CanonicalBase64.Decode(text[1]) is not { Length: 32 } hash)
                {
                    return $"The line after record {walk.Size} was changed.";
                }

                if (!walk.AddLeftOut(level, hash))
                {
                    return null;
                }
            }
            else if (line is [(byte)'@', .. var name])
            {
                if (NameOpening.Parse(Encoding.ASCII.GetString(name)) is not { } opening)
                {
                    return $"The name after record {walk.Size} was changed.";
                }

                if (!walk.AddOpening(opening))
                {
                    return null;
                }
            }
            else if (!walk.AddRecord(line))
            {
                return null;
            }
        }

        return lines.IsWhole ? null : $"The file breaks off after record {walk.Size}.";
    }
}
