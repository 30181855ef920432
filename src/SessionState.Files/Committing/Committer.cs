using System.Collections.Immutable;
using SessionState.Files.Committing.Journals;
using SessionState.Files.Disks;

namespace SessionState.Files.Committing;

/// <summary>
/// Writes files all or none: everything that can fail is prepared beside them first, then a journal says what is about to happen, then each
/// file is exchanged in one step, and the first that does not hold what it should takes all of them back. A crash before the journal leaves
/// all files old; after it the next one who takes the lock completes the commit.
/// </summary>
/// <param name="failpoint">Called at each boundary of each file; tests race and crash there.</param>
internal sealed class Committer(Disk disk, History history, JournalStore journals, TimeProvider time, Action<CommitStep, string>? failpoint)
{
    private Journal? _journal;
    private string _current = "";

    /// <returns>The failure, with every file as it was; "committed" where everything is written.</returns>
    public CommitResult Write(ImmutableArray<CommitFile> files, Func<string, int> limitOf)
    {
        var replacements = files.Select(file => new FileReplacement(disk, history, file, limitOf(file.File))).ToArray();
        try
        {
            Prepare(replacements);
            WriteJournal(replacements);
            Exchange(replacements);
            var warning = RemoveJournal();
            Run(replacements, CommitStep.CleanUp, file => file.CleanUp(), CommitStep.CleanedUp);
            return new(CommitOutcome.Committed, warning, null, null, null);
        }
        catch (CommitRefusal refusal)
        {
            return Undo(replacements) ?? refusal.ToResult();
        }
        catch (DiskException exception)
        {
            return Undo(replacements) ?? CommitProblems.Failed(_current, exception).ToResult();
        }
        finally
        {
            foreach (var replacement in replacements)
            {
                replacement.Dispose();
            }
        }
    }

    private void Prepare(FileReplacement[] files)
    {
        Run(files, CommitStep.Open, file => file.Open(), CommitStep.Opened);
        Run(files, CommitStep.BackUp, file => file.BackUp(), CommitStep.BackedUp);
        Run(files, CommitStep.WriteTemporary, file => file.WriteTemporary(), CommitStep.TemporaryWritten);
        Run(files, CommitStep.CompareAgain, file => file.CompareAgain(), CommitStep.ComparedAgain);
    }

    private void Exchange(FileReplacement[] files)
    {
        Run(files, CommitStep.Replace, file => file.Replace(), CommitStep.Replaced);
        Run(files, CommitStep.Verify, file => file.Verify(), CommitStep.Verified);
        Run(files, CommitStep.FlushFolder, file => file.FlushFolder(), CommitStep.FolderFlushed);
    }

    private void WriteJournal(FileReplacement[] files)
    {
        var journal = new Journal(Guid.NewGuid().ToString("N")[..16], time.GetUtcNow(), JournalDirection.Forward, [.. files.Select(file => file.Entry)]);
        try
        {
            journals.Write(journal);
            _journal = journal;
        }
        catch (DiskException exception)
        {
            Forget(files);
            throw CommitProblems.HistoryFailed(history.Folder, exception.Detail);
        }

        failpoint?.Invoke(CommitStep.JournalFlushed, _current);
    }

    /// <summary>All files are new and on the disk, so that the change stands, whatever happens here.</summary>
    /// <returns>What to tell of a disk that failed; "" where all is well.</returns>
    private string RemoveJournal()
    {
        failpoint?.Invoke(CommitStep.RemoveJournal, _current);
        try
        {
            journals.Remove();
            failpoint?.Invoke(CommitStep.JournalRemoved, _current);
            return "";
        }
        catch (DiskException exception)
        {
            return CommitProblems.JournalNotRemoved(history.Folder, exception);
        }
    }

    private void Forget(FileReplacement[] files)
    {
        try
        {
            using var folder = history.OpenFolder();
            foreach (var file in files)
            {
                file.ForgetCopy(folder);
            }
        }
        catch (DiskException)
        {
            // The failure before this one is the one to report.
        }
    }

    /// <returns>Null where every file is as it was; else what could not be taken back, which the journal still knows.</returns>
    private CommitResult? Undo(FileReplacement[] files)
    {
        // Without room for the turn the files are put back all the same.
        var unturned = TryJournal(() => Reach(CommitStep.TurnBack, CommitStep.TurnedBack, () => journals.TurnBack(_journal!)));
        CommitResult? failure = null;
        foreach (var file in files.Reverse())
        {
            try
            {
                _current = file.File;
                Reach(CommitStep.PutBack, CommitStep.PutBackDone, file.Undo);
            }
            catch (DiskException exception)
            {
                failure = CommitProblems.NotTakenBack(file.File, exception).ToResult();
            }
        }

        if (failure is not null)
        {
            return failure;
        }

        // One that stays says "back" and does no harm, unless it could not even be turned.
        var unremoved = TryJournal(() => Reach(CommitStep.RemoveJournal, CommitStep.JournalRemoved, journals.Remove));
        return unturned is null ? null : unremoved;
    }

    private CommitResult? TryJournal(Action action)
    {
        try
        {
            if (_journal is not null)
            {
                action();
            }

            return null;
        }
        catch (DiskException exception)
        {
            return CommitProblems.NotTakenBack(_current, exception).ToResult();
        }
    }

    private void Run(FileReplacement[] files, CommitStep before, Action<FileReplacement> action, CommitStep after)
    {
        foreach (var file in files)
        {
            _current = file.File;
            Reach(before, after, () => action(file));
        }
    }

    private void Reach(CommitStep before, CommitStep after, Action action)
    {
        failpoint?.Invoke(before, _current);
        action();
        failpoint?.Invoke(after, _current);
    }
}
