namespace SessionState.Service.Changes;

/// <summary>One change at a time, in the order they came; a bounded number waits for a bounded time.</summary>
internal sealed class WriterQueue : IDisposable
{
    public const int MaxWaiting = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private int _present;

    /// <summary>Waits for its turn; dispose of the result to let the next one in. Null: too many wait, or it took too long.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _present) <= MaxWaiting + 1 && await _turn.WaitAsync(Patience, cancellationToken))
            {
                return new Turn(this);
            }

            Interlocked.Decrement(ref _present);
            return null;
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref _present);
            throw;
        }
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(WriterQueue queue) : IDisposable
    {
        private WriterQueue? _queue = queue;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _queue, null) is { } left)
            {
                left._turn.Release();
                Interlocked.Decrement(ref left._present);
            }
        }
    }
}
