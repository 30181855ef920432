namespace SessionState.Files.Committing;

/// <summary>
/// Lets one in at a time, in the order in which they came. A semaphore lets whoever has just left in again before the first in the queue
/// has woken up, so that with many writers someone waits for ever.
/// </summary>
internal sealed class FairQueue
{
    private readonly Lock _gate = new();
    private readonly LinkedList<ManualResetEventSlim> _waiting = [];
    private bool _isTaken;

    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <returns>False where the turn did not come in time.</returns>
    public bool TryEnter(TimeSpan patience, CancellationToken cancellation)
    {
        LinkedListNode<ManualResetEventSlim> mine;
        lock (_gate)
        {
            if (!_isTaken)
            {
                return _isTaken = true;
            }

            mine = _waiting.AddLast(new ManualResetEventSlim());
        }

        try
        {
            return mine.Value.Wait(patience, cancellation) || !TryLeave(mine);
        }
        catch (OperationCanceledException)
        {
            if (!TryLeave(mine))
            {
                Exit(); // the turn came at the same moment; it goes to the next
            }

            throw;
        }
    }

    public void Exit()
    {
        lock (_gate)
        {
            if (_waiting.First is { } next)
            {
                _waiting.Remove(next);
                next.Value.Set();
            }
            else
            {
                _isTaken = false;
            }
        }
    }

    private bool TryLeave(LinkedListNode<ManualResetEventSlim> mine)
    {
        lock (_gate)
        {
            if (mine.List is null)
            {
                return false;
            }

            _waiting.Remove(mine);
            return true;
        }
    }
}
