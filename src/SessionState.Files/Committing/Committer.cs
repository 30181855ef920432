using System.Collections.Immutable;
using SessionState.Files.Disks;

namespace SessionState.Files.Committing;

/// <summary>
/// Writes files all or none: everything that can fail is prepared beside them first, then each is exchanged in one step, and the first that
/// does not hold what it should takes all of them back. A crash leaves each file old or new, never half; between two files of one commit it
/// can leave the first new and the second old.
/// </summary>
/// <param name="failpoint">Called before each step of each file; tests race and crash there.</param>
internal sealed class Committer(Disk disk, History history, Action<CommitStep, string>? failpoint)
{
    /// <returns>Null where everything is written.</returns>
    public CommitResult? Write(ImmutableArray<CommitFile> files, Func<string, int> limitOf)
    {
        var replacements = files.Select(file => new FileReplacement(disk, history, file, limitOf(file.File))).ToArray();
        var current = replacements[0];
        try
        {
            Run(CommitStep.Open, file => file.Open());
            Run(CommitStep.BackUp, file => file.BackUp());
            Run(CommitStep.WriteTemporary, file => file.WriteTemporary());
            Run(CommitStep.CompareAgain, file => file.CompareAgain());
            Run(CommitStep.Replace, file => file.Replace());
            Run(CommitStep.Verify, file => file.Verify());
            Run(CommitStep.FlushFolder, file => file.FlushFolder());
            Run(CommitStep.CleanUp, file => file.CleanUp());
            return null;
        }
        catch (CommitRefusal refusal)
        {
            return Undo(replacements) ?? refusal.ToResult();
        }
        catch (DiskException exception)
        {
            return Undo(replacements) ?? CommitProblems.Failed(current.File, exception).ToResult();
        }
        finally
        {
            foreach (var replacement in replacements)
            {
                replacement.Dispose();
            }
        }

        void Run(CommitStep step, Action<FileReplacement> action)
        {
            foreach (var replacement in replacements)
            {
                current = replacement;
                failpoint?.Invoke(step, replacement.File);
                action(replacement);
            }
        }
    }

    /// <returns>Null where every file is as it was; else what could not be taken back.</returns>
    private static CommitResult? Undo(FileReplacement[] replacements)
    {
        CommitResult? failure = null;
        foreach (var replacement in replacements.Reverse())
        {
            try
            {
                replacement.Undo();
            }
            catch (DiskException exception)
            {
                failure = CommitProblems.NotTakenBack(replacement.File, exception).ToResult();
            }
        }

        return failure;
    }
}
