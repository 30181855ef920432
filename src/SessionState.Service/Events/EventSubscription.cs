using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SessionState.Contracts;

namespace SessionState.Service.Events;

/// <summary>One listener's events, at most <see cref="Capacity"/> waiting.</summary>
internal sealed class EventSubscription(Action<EventSubscription> removed) : IDisposable
{
    public const int Capacity = 32;

    private readonly Channel<ServerEvent> _waiting = Channel.CreateBounded<ServerEvent>(Capacity);

    /// <summary>Events until <paramref name="end"/>, which ends them quietly.</summary>
    public async IAsyncEnumerable<ServerEvent> ReadUntilAsync([EnumeratorCancellation] CancellationToken end)
    {
        while (await HasNextAsync(end))
        {
            while (_waiting.Reader.TryRead(out var happened))
            {
                yield return happened;
            }
        }
    }

    /// <summary>Called by one thread at a time.</summary>
    public void Send(ServerEvent happened)
    {
        if (_waiting.Writer.TryWrite(happened))
        {
            return;
        }

        // Too slow: what waits is replaced by the newest state and the advice to read everything again.
        while (_waiting.Reader.TryRead(out _))
        {
        }

        _waiting.Writer.TryWrite(happened with { ChangedSites = null, ChangedPaths = [] });
    }

    public void Dispose() => removed(this);

    private async Task<bool> HasNextAsync(CancellationToken end)
    {
        try
        {
            return await _waiting.Reader.WaitToReadAsync(end);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
