using System.Collections.Immutable;
using SessionState.Files.Committing.Journals;
using SessionState.Files.Committing.Recovery;
using SessionState.Files.Disks;

namespace SessionState.Files.Committing;

/// <summary>The history folder at work: the lock on it, its copies, and its journals of interrupted commits.</summary>
internal sealed class ChangeFolder
{
    private readonly Disk _disk;
    private readonly TimeProvider _time;
    private readonly ChangeLocks _locks;

    private ChangeFolder(Disk disk, History history, TimeProvider time)
    {
        _disk = disk;
        _time = time;
        History = history;
        Journals = new(disk, history, step => Failpoint?.Invoke(step, history.Folder));
        _locks = new(disk, history, time);
    }

    public History History { get; }

    public JournalStore Journals { get; }

    /// <summary>Called at each boundary of commits and recoveries; for tests.</summary>
    public Action<CommitStep, string>? Failpoint { get; set; }

    /// <summary>Creates the folder where it is missing.</summary>
    public static ChangeFolder Open(Disk disk, string path, TimeProvider time) => new(disk, History.Open(disk, path), time);

    /// <returns>Null where it stayed taken for so long.</returns>
    /// <exception cref="CommitRefusal">The folder cannot be used.</exception>
    public ChangeLock? TryLock(TimeSpan patience, CancellationToken cancellation)
    {
        Failpoint?.Invoke(CommitStep.Lock, History.LockFile);
        var taken = _locks.TryTake(patience, cancellation);
        try
        {
            Failpoint?.Invoke(CommitStep.Locked, History.LockFile);
            return taken;
        }
        catch
        {
            taken?.Dispose();
            throw;
        }
    }

    /// <summary>Finishes what interrupted commits left; under the lock.</summary>
    public RecoveryReport Recover() => new Recoverer(_disk, History, Journals, Failpoint).Run();

    /// <summary>The same, for the next commit: another process may have crashed, or a disk failed while a commit was taken back.</summary>
    /// <returns>Null where there was nothing to do.</returns>
    public RecoveryReport? RecoverLast()
    {
        try
        {
            return Journals.HasActive ? Recover() : null;
        }
        catch (DiskException)
        {
            return null; // then nothing can be committed either, and that says why
        }
    }

    /// <summary>Closes a commit that waited for a person; under the lock.</summary>
    /// <returns>False: there is no such commit.</returns>
    public bool Acknowledge(string id)
    {
        if (Journals.ReadAll().FirstOrDefault(file => file.Id == id) is not { } file)
        {
            return false;
        }

        foreach (var entry in file.Journal is { } journal ? journal.Files : [])
        {
            using var one = new InterruptedFile(_disk, History, entry);
            one.Look();
            one.CleanUp();
        }

        Journals.Remove(file);
        return true;
    }

    /// <exception cref="CommitRefusal">An interrupted commit stands in the way of these files.</exception>
    public void CheckJournals(ImmutableArray<CommitFile> files, RecoveryReport last)
    {
        try
        {
            if (Journals.HasActive)
            {
                throw CommitProblems.Unfinished(History.Folder, last.Problem ?? last.Commits.LastOrDefault()?.Message);
            }

            foreach (var file in Journals.ReadAside())
            {
                var waiting = file.Journal ?? throw CommitProblems.Damaged(file.Id, History.Folder);
                if (files.FirstOrDefault(one => waiting.Files.Any(entry => Disk.PathComparer.Equals(entry.File, one.File))) is { } mine)
                {
                    throw CommitProblems.Diverged(mine.File, file.Id);
                }
            }
        }
        catch (DiskException exception)
        {
            throw CommitProblems.HistoryFailed(History.Folder, exception.Detail);
        }
    }

    public CommitResult Write(ImmutableArray<CommitFile> files, Func<string, int> limitOf) =>
        new Committer(_disk, History, Journals, _time, Failpoint).Write(files, limitOf);

    /// <summary>Removes temporary files of commits that never got as far as a journal; under the lock.</summary>
    public void RemoveLeftovers(IEnumerable<string> files) => Leftovers.Remove(_disk, History, Journals, files);
}
