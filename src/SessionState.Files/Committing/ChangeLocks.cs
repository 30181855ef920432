using SessionState.Files.Disks;

namespace SessionState.Files.Committing;

/// <summary>
/// Gives out the right to change a set: a queue inside the process, and a lock file between processes, which a crash releases. Who waits for
/// the lock file holds a second one, the turn, so that a busy process cannot take the lock again and again before others look.
/// </summary>
internal sealed class ChangeLocks(Disk disk, History history, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FairQueue _queue = new();

    /// <returns>Null where it stayed taken for so long.</returns>
    public ChangeLock? TryTake(TimeSpan patience, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        if (!_queue.TryEnter(patience, cancellation))
        {
            return null;
        }

        IDisposable? file = null;
        try
        {
            using var turn = WaitFor(history.TurnFile, start, patience, cancellation);
            file = turn is null ? null : WaitFor(history.LockFile, start, patience, cancellation);
        }
        finally
        {
            if (file is null)
            {
                _queue.Exit();
            }
        }

        return file is null ? null : new(() =>
        {
            file.Dispose();
            _queue.Exit();
        });
    }

    private IDisposable? WaitFor(string path, long start, TimeSpan patience, CancellationToken cancellation)
    {
        while (true)
        {
            if (TryLock(path) is { } taken)
            {
                return taken;
            }

            if (time.GetElapsedTime(start) >= patience)
            {
                return null;
            }

            if (cancellation.WaitHandle.WaitOne(Pause))
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private IDisposable? TryLock(string path)
    {
        try
        {
            return disk.TryLock(path);
        }
        catch (DiskException exception)
        {
            throw CommitProblems.HistoryFailed(path, exception.Detail);
        }
    }
}
