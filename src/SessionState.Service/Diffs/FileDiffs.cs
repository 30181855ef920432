using SessionState.Contracts;
using SessionState.Engine.Editing;

namespace SessionState.Service.Diffs;

/// <summary>Makes diffs from text changes: the changed lines with three lines around them.</summary>
internal static class FileDiffs
{
    private const int Context = 3;

    public static FileDiff Of(FileEdit edit)
    {
        var (before, after) = (new TextLines(edit.Before), new TextLines(edit.After));
        var lines = new List<DiffLine>();
        var (shown, shift) = (0, 0);
        var hunks = ChangedLines.Of(edit, before, after);
        for (var index = 0; index < hunks.Count; index++)
        {
            var hunk = hunks[index];
            var begin = Math.Max(shown, hunk.OldStart - Context);
            if (begin > shown)
            {
                lines.Add(new(DiffKind.Gap, null, null, ""));
            }

            AddContext(lines, before, begin, hunk.OldStart, shift);
            lines.AddRange(before.Masked(hunk.OldStart, hunk.OldEnd).Select((text, line) =>
                new DiffLine(DiffKind.Removed, hunk.OldStart + line + 1, null, text)));
            lines.AddRange(after.Masked(hunk.NewStart, hunk.NewEnd).Select((text, line) =>
                new DiffLine(DiffKind.Added, null, hunk.NewStart + line + 1, text)));
            shift = hunk.NewEnd - hunk.OldEnd;
            var next = index + 1 < hunks.Count ? hunks[index + 1].OldStart : before.Count;
            shown = Math.Min(next, hunk.OldEnd + Context);
            AddContext(lines, before, hunk.OldEnd, shown, shift);
        }

        if (shown < before.Count && hunks.Count > 0)
        {
            lines.Add(new(DiffKind.Gap, null, null, ""));
        }

        return new(edit.File, edit.IsNew, lines);
    }

    /// <summary>The changed lines alone, for somebody who may not see what stands around them.</summary>
    public static FileDiff WithoutContext(FileDiff diff)
    {
        var lines = new List<DiffLine>();
        foreach (var line in diff.Lines)
        {
            if (line.Kind is DiffKind.Added or DiffKind.Removed)
            {
                lines.Add(line);
            }
            else if (lines is not [.., { Kind: DiffKind.Gap }])
            {
                lines.Add(new(DiffKind.Gap, null, null, ""));
            }
        }

        return diff with { Lines = lines };
    }

    private static void AddContext(List<DiffLine> lines, TextLines before, int from, int to, int shift) =>
        lines.AddRange(before.Masked(from, to).Select((text, line) =>
            new DiffLine(DiffKind.Context, from + line + 1, from + line + 1 + shift, text)));
}
