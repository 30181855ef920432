using System.Collections.Concurrent;

namespace SessionState.Files.Watching;

/// <summary>Hands changes to a handler one at a time and in order, outside the lock under which they were posted.</summary>
internal sealed class ChangeQueue(Action<SnapshotChanged> handle)
{
    private readonly ConcurrentQueue<SnapshotChanged> _waiting = new();
    private int _busy;

    /// <summary>Call it under the lock that orders the changes.</summary>
    public void Post(SnapshotChanged change) => _waiting.Enqueue(change);

    /// <summary>Call it outside. Where another thread, or a handler further up, is at it already, that one does the work.</summary>
    public void Deliver()
    {
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _busy, 1) == 0)
        {
            try
            {
                while (_waiting.TryDequeue(out var change))
                {
                    handle(change);
                }
            }
            finally
            {
                Volatile.Write(ref _busy, 0);
            }
        }
    }
}
