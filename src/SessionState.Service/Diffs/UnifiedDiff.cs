using System.Collections.Immutable;
using System.Text;
using SessionState.Engine.Editing;

namespace SessionState.Service.Diffs;

/// <summary>
/// Edits as a unified diff that <c>git apply</c> and <c>patch -p1</c> accept. It must repeat lines of the files exactly, so that there is none
/// where one of them holds a secret, or where the files are not written in UTF-8 as the diff is.
/// </summary>
internal static class UnifiedDiff
{
    /// <summary>The diff; null and the reason where there can be none.</summary>
    /// <param name="edits">What is done to each file.</param>
    /// <param name="isUndo">Whether it goes the other way.</param>
    /// <param name="obstacle">Why there is none.</param>
    public static string? Write(ImmutableArray<FileEdit> edits, bool isUndo, out string? obstacle)
    {
        var diff = new StringBuilder();
        foreach (var edit in edits)
        {
            obstacle = Obstacle(edit);
            if (obstacle is not null)
            {
                return null;
            }

            var hunks = UnifiedHunk.Of(edit, isUndo);
            if (hunks.Exists(hunk => hunk.HoldsSecret))
            {
                obstacle = $"The lines around the change in {edit.File} hold a secret, which is not given away.";
                return null;
            }

            WriteHead(diff, edit, isUndo);
            hunks.ForEach(hunk => hunk.Write(diff));
        }

        obstacle = null;
        return diff.ToString();
    }

    private static string? Obstacle(FileEdit edit) =>
        edit.Source.EncodingName != "utf-8" ? $"{edit.File} is written in {edit.Source.EncodingName}, and a diff in UTF-8 would not fit it."
        : edit.Before.Replace("\r\n", "", StringComparison.Ordinal).Contains('\r', StringComparison.Ordinal)
            ? $"{edit.File} has lines that end in a single carriage return, which are no lines to git and patch."
        : null;

    private static void WriteHead(StringBuilder diff, FileEdit edit, bool isUndo)
    {
        var (old, changed) = (PatchPath.Quoted("a/", edit.File), PatchPath.Quoted("b/", edit.File));
        diff.Append("diff --git ").Append(old).Append(' ').Append(changed).Append('\n');
        if (edit.IsNew)
        {
            diff.Append(isUndo ? "deleted file mode 100644\n" : "new file mode 100644\n");
        }

        diff.Append("--- ").Append(edit.IsNew && !isUndo ? "/dev/null" : PatchPath.InHead(old)).Append('\n');
        diff.Append("+++ ").Append(edit.IsNew && isUndo ? "/dev/null" : PatchPath.InHead(changed)).Append('\n');
    }
}
