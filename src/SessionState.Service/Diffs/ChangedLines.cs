using SessionState.Engine.Editing;

namespace SessionState.Service.Diffs;

/// <summary>Lines that an edit replaces: from, and up to but not including, in the text before and after. Numbered from 0.</summary>
internal readonly record struct ChangedLines(int OldStart, int OldEnd, int NewStart, int NewEnd)
{
    /// <summary>The edit's changes as changed lines, in order, without lines that are the same before and after.</summary>
    public static List<ChangedLines> Of(FileEdit edit, TextLines before, TextLines after)
    {
        var hunks = new List<ChangedLines>();
        var delta = 0;
        foreach (var change in edit.Changes.OrderBy(change => change.Span.Start))
        {
            var newStart = change.Span.Start + delta;
            delta += change.NewText.Length - change.Span.Length;
            var hunk = new ChangedLines(
                before.LineOf(change.Span.Start),
                Math.Min(before.Count, before.LineOf(change.Span.End) + 1),
                after.LineOf(newStart),
                Math.Min(after.Count, after.LineOf(change.Span.End + delta) + 1));

            if (hunks.Count > 0 && hunk.OldStart <= hunks[^1].OldEnd)
            {
                hunk = new(hunks[^1].OldStart, Math.Max(hunk.OldEnd, hunks[^1].OldEnd), hunks[^1].NewStart, Math.Max(hunk.NewEnd, hunks[^1].NewEnd));
                hunks.RemoveAt(hunks.Count - 1);
            }

            hunks.Add(hunk);
        }

        return [.. hunks.Select(hunk => hunk.Trim(before, after)).Where(hunk => hunk.OldStart < hunk.OldEnd || hunk.NewStart < hunk.NewEnd)];
    }

    private ChangedLines Trim(TextLines before, TextLines after)
    {
        var (oldStart, oldEnd, newStart, newEnd) = this;
        while (oldStart < oldEnd && newStart < newEnd && before[oldEnd - 1].SequenceEqual(after[newEnd - 1]))
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        while (oldStart < oldEnd && newStart < newEnd && before[oldStart].SequenceEqual(after[newStart]))
        {
            (oldStart, newStart) = (oldStart + 1, newStart + 1);
        }

        return new(oldStart, oldEnd, newStart, newEnd);
    }
}
