using System.Collections.Immutable;
using SessionState.Files.Committing.Journals;
using SessionState.Files.Disks;

namespace SessionState.Files.Committing.Recovery;

/// <summary>
/// Finishes what interrupted commits left: completes each whose files are all old or new, takes it back where that is not possible, and
/// stops at a file that is neither. To be used under the lock. It may be interrupted at any point and begins again the next time.
/// </summary>
internal sealed class Recoverer(Disk disk, History history, JournalStore journals, Action<CommitStep, string>? failpoint)
{
    /// <summary>Every interrupted commit, also those that were set aside.</summary>
    public RecoveryReport Run()
    {
        try
        {
            history.RemoveLeftovers();
            var found = journals.ReadAll();
            return found.Count == 0 ? RecoveryReport.Nothing : new([.. found.Select(Recover)]);
        }
        catch (DiskException exception)
        {
            return RecoveryReport.Of(CommitProblems.Unfinished(history.Folder, exception.Message));
        }
    }

    private RecoveredCommit Recover(JournalFile file)
    {
        if (file.Journal is not { } journal)
        {
            return Tell(file, RecoveryProblems.Damaged(file.Id, history.Folder), () => journals.SetAside(file));
        }

        ImmutableArray<InterruptedFile> files = [.. journal.Files.Select(entry => new InterruptedFile(disk, history, entry))];
        try
        {
            Reach(CommitStep.RecoverLook, files[0].File);
            foreach (var one in files)
            {
                one.Look();
            }

            return Decide(file, journal, files);
        }
        catch (DiskException exception)
        {
            return RecoveryProblems.Failed(journal, Results(files), exception.Message);
        }
        finally
        {
            foreach (var one in files)
            {
                one.Dispose();
            }
        }
    }

    private RecoveredCommit Decide(JournalFile file, Journal journal, ImmutableArray<InterruptedFile> files)
    {
        if (files.FirstOrDefault(one => one.State is RecoveredFileState.Unreachable) is { } lost)
        {
            return Tell(file, RecoveryProblems.Failed(journal, Results(files), lost.Detail), () => journals.SetAside(file));
        }

        return journal.Direction switch
        {
            JournalDirection.Forward when files.Any(one => one.IsNeither) => Stop(file, journal, files),
            JournalDirection.Forward when files.All(one => one.CanGoForward) => GoForward(file, journal, files),
            JournalDirection.Forward when files.All(one => one.CanGoBack) => TurnAndGoBack(file, journal, files),
            JournalDirection.Back when files.All(one => one.CanGoBack || one.IsNeither) => GoBack(file, journal, files),

            // A person has put everything right, one way or the other.
            JournalDirection.Stopped when files.All(one => one.State is RecoveredFileState.After) => GoForward(file, journal, files),
            JournalDirection.Stopped when files.All(one => one.State is RecoveredFileState.Before) => GoBack(file, journal, files),
            _ => Stop(file, journal, files),
        };
    }

    private RecoveredCommit GoForward(JournalFile file, Journal journal, ImmutableArray<InterruptedFile> files)
    {
        foreach (var one in files)
        {
            Reach(CommitStep.RecoverFile, one.File);
            if (!one.GoForward())
            {
                return TurnAndGoBack(file, journal, files); // somebody saved at this very moment; theirs stands
            }

            Reach(CommitStep.RecoveredFile, one.File);
        }

        return Finish(file, journal, files, RecoveryOutcome.Forward);
    }

    private RecoveredCommit TurnAndGoBack(JournalFile file, Journal journal, ImmutableArray<InterruptedFile> files)
    {
        Reach(CommitStep.RecoverTurn, files[0].File);
        journals.Rewrite(file, journal with { Direction = JournalDirection.Back });
        return GoBack(file, journal, files);
    }

    private RecoveredCommit GoBack(JournalFile file, Journal journal, ImmutableArray<InterruptedFile> files)
    {
        foreach (var one in files)
        {
            Reach(CommitStep.RecoverFile, one.File);
            one.GoBack();
            Reach(CommitStep.RecoveredFile, one.File);
        }

        return Finish(file, journal, files, RecoveryOutcome.Discarded);
    }

    private RecoveredCommit Finish(JournalFile file, Journal journal, ImmutableArray<InterruptedFile> files, RecoveryOutcome outcome)
    {
        foreach (var one in files)
        {
            Reach(CommitStep.RecoverFlush, one.File);
            one.Flush();
            Reach(CommitStep.RecoverCleanUp, one.File);
            one.CleanUp();
        }

        Reach(CommitStep.RecoverClose, files[0].File);
        journals.Remove(file);
        Reach(CommitStep.RecoverClosed, files[0].File);
        return RecoveryProblems.Finished(journal, Results(files), outcome);
    }

    private RecoveredCommit Stop(JournalFile file, Journal journal, ImmutableArray<InterruptedFile> files)
    {
        var told = RecoveryProblems.Diverged(journal, Results(files));
        if (journal.Direction is JournalDirection.Stopped && !file.IsActive)
        {
            return told;
        }

        Reach(CommitStep.RecoverClose, files[0].File);
        journals.Rewrite(file, journal with { Direction = JournalDirection.Stopped });
        return Tell(file, told, () => journals.SetAside(file));
    }

    /// <summary>Where the journal cannot be set aside it stays where it is, and then nothing else is written either.</summary>
    private RecoveredCommit Tell(JournalFile file, RecoveredCommit told, Action setAside)
    {
        try
        {
            setAside();
            Reach(CommitStep.RecoverClosed, file.Id);
            return told;
        }
        catch (DiskException exception)
        {
            return told with { Message = $"{told.Message} Its journal could not be set aside ({exception.Message})." };
        }
    }

    private static ImmutableArray<RecoveredFile> Results(ImmutableArray<InterruptedFile> files) => [.. files.Select(file => file.ToResult())];

    private void Reach(CommitStep step, string file) => failpoint?.Invoke(step, file);
}
