using System.Globalization;
using System.Text;
using SessionState.Engine.Editing;

namespace SessionState.Service.Diffs;

/// <summary>Changed lines of a file with up to three lines around them, from one text to the other.</summary>
internal sealed class UnifiedHunk
{
    private const int Context = 3;
    private const string Mark = "\uFEFF";

    private readonly StringBuilder _lines = new();
    private readonly (int Start, int Count) _old;
    private readonly (int Start, int Count) _new;

    private UnifiedHunk(TextLines from, TextLines to, List<ChangedLines> changes, string mark)
    {
        var begin = Math.Max(0, changes[0].OldStart - Context);
        var end = Math.Min(from.Count, changes[^1].OldEnd + Context);
        var shift = changes[0].NewStart - changes[0].OldStart;
        var position = begin;
        foreach (var change in changes)
        {
            Add(' ', from, position, change.OldStart, mark);
            Add('-', from, change.OldStart, change.OldEnd, mark);
            Add('+', to, change.NewStart, change.NewEnd, mark);
            position = change.OldEnd;
        }

        Add(' ', from, position, end, mark);
        var grown = changes.Sum(change => change.NewEnd - change.NewStart - (change.OldEnd - change.OldStart));
        _old = (begin, end - begin);
        _new = (begin + shift, end - begin + grown);
        HoldsSecret = IsMasked(from, begin, end) || changes.Exists(change => IsMasked(to, change.NewStart, change.NewEnd));
    }

    public bool HoldsSecret { get; }

    public static List<UnifiedHunk> Of(FileEdit edit, bool isUndo)
    {
        var (before, after) = (new TextLines(edit.Before), new TextLines(edit.After));
        var mark = edit.Source.HasByteOrderMark ? Mark : "";
        var all = ChangedLines.Of(edit, before, after);
        var (from, to) = isUndo ? (after, before) : (before, after);
        var hunks = new List<List<ChangedLines>>();
        foreach (var change in all.Select(change => isUndo ? new(change.NewStart, change.NewEnd, change.OldStart, change.OldEnd) : change))
        {
            if (hunks.Count > 0 && change.OldStart - hunks[^1][^1].OldEnd <= 2 * Context)
            {
                hunks[^1].Add(change);
            }
            else
            {
                hunks.Add([change]);
            }
        }

        return [.. hunks.Select(changes => new UnifiedHunk(from, to, changes, mark))];
    }

    public void Write(StringBuilder diff) =>
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{Range(_old)} +{Range(_new)} @@\n").Append(_lines);

    // Lines are counted from 1; of no lines the one before them is named.
    private static string Range((int Start, int Count) lines) =>
        string.Create(CultureInfo.InvariantCulture, $"{(lines.Count == 0 ? lines.Start : lines.Start + 1)},{lines.Count}");

    private void Add(char sign, TextLines text, int from, int to, string mark)
    {
        for (var line = from; line < to; line++)
        {
            _lines.Append(sign).Append(line == 0 ? mark : "").Append(text[line]);
            if (!text[line].EndsWith('\n'))
            {
                _lines.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static bool IsMasked(TextLines text, int from, int to)
    {
        var line = from;
        foreach (var masked in text.Masked(from, to))
        {
            if (!text[line++].TrimEnd("\r\n").SequenceEqual(masked))
            {
                return true;
            }
        }

        return false;
    }
}
