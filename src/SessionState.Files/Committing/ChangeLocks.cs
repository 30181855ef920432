namespace SessionState.Files.Committing;

/// <summary>
/// Gives out the right to change a set: a queue inside the process, and a lock file between processes, which a crash releases.
/// </summary>
internal sealed class ChangeLocks(History history, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _queue = new(1, 1);

    /// <returns>Null where it stayed taken for so long.</returns>
    public ChangeLock? TryTake(TimeSpan patience, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        if (!_queue.Wait(patience, cancellation))
        {
            return null;
        }

        try
        {
            while (true)
            {
                if (TryOpen() is { } file)
                {
                    return new(() =>
                    {
                        file.Dispose();
                        _queue.Release();
                    });
                }

                if (time.GetElapsedTime(start) >= patience)
                {
                    _queue.Release();
                    return null;
                }

                if (cancellation.WaitHandle.WaitOne(Pause))
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }
        }
        catch
        {
            _queue.Release();
            throw;
        }
    }

    public void Dispose() => _queue.Dispose();

    private FileStream? TryOpen()
    {
        const int WouldBlock = 11;
        const int SharingViolation = unchecked((int)0x80070020);
        try
        {
            return new(history.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.HResult is WouldBlock or SharingViolation)
        {
            return null; // another process has it
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommitProblems.HistoryFailed(history.LockFile, exception.Message);
        }
    }
}
