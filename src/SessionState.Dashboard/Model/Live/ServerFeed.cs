using System.Threading.Channels;
using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Live;

/// <summary>
/// Listens to the server and keeps its tree, once for everybody who may see the same of it. A change costs one reading of the sites it
/// touches, however many windows are open.
/// </summary>
public sealed partial class ServerFeed(FeedReaders readers, TimeProvider time, ILogger<ServerFeed> log) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private volatile FeedState _current = FeedState.Initial;
    private CancellationTokenSource _wait = new();

    /// <summary>Raised on the feed's own thread; a handler must not wait.</summary>
    public event Action<FeedChange>? Changed;

    public FeedState Current => _current;

    public FeedReaders Readers => readers;

    /// <summary>Connects again at once instead of at the end of the present wait.</summary>
    public void RetryNow() => Interlocked.Exchange(ref _wait, new()).Cancel();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                failures = await ListenAsync(stoppingToken) ? 0 : failures + 1;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                failures++;
                LogFault(log, error);
            }

            await WaitAsync(TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures) / 4, LongestWait.TotalSeconds)), stoppingToken);
        }
    }

    // True when anything was heard before the connection ended.
    private async Task<bool> ListenAsync(CancellationToken cancel)
    {
        if (await readers.NextAsync(cancel) is not { } service)
        {
            return false;
        }

        var events = Channel.CreateUnbounded<ServerEvent>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var receiving = ReceiveAsync(service, events.Writer, ending.Token);
        var heard = false;
        try
        {
            // Where reading fails, connecting again reads everything anew.
            while (await events.Reader.WaitToReadAsync(cancel) && await FollowAsync(service, Drain(events.Reader), connects: !heard, cancel))
            {
                heard = true;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var server = await service.GetServerAsync(cancel);
        Publish(_current with { Connection = FeedConnection.Reconnecting, Problem = server.Problem ?? _current.Problem });
        return heard;
    }

    private static async Task ReceiveAsync(IConfigurationService service, ChannelWriter<ServerEvent> events, CancellationToken cancel)
    {
        try
        {
            await foreach (var happened in service.GetEventsAsync(cancel))
            {
                events.TryWrite(happened);
            }
        }
        finally
        {
            events.TryComplete();
        }
    }

    private static ServerEvent Drain(ChannelReader<ServerEvent> events)
    {
        events.TryRead(out var merged);
        while (events.TryRead(out var next))
        {
            merged = EventBatch.Merge(merged!, next);
        }

        return merged!;
    }

    private async Task<bool> FollowAsync(IConfigurationService service, ServerEvent happened, bool connects, CancellationToken cancel)
    {
        // Before anything is read for everybody: the one it is read for may see more than the others by now.
        if (happened.Policy != _current.Policy && !await readers.SeesTheSameAsync(service, cancel))
        {
            return false;
        }

        var state = _current with { Connection = FeedConnection.Live, AuditHead = happened.AuditHead, Policy = happened.Policy };
        var tree = state.Tree;
        var anew = tree is null || (happened.Revision != tree.Revision && (connects || happened.ChangedSites is null));
        var sites = happened.ChangedSites ?? [];
        if (!anew && sites.Count == 0 && happened.Revision == tree!.Revision)
        {
            Publish(state with { Problem = null }, happened);
            return true;
        }

        var loader = new TreeLoader(service);
        var read = anew
            ? await loader.LoadAsync(cancel)
            : await loader.ReloadAsync(tree!, sites, happened.Revision, cancel);
        var server = await service.GetServerAsync(cancel);
        state = state with
        {
            Tree = read.Value ?? tree,
            Server = server.Value ?? state.Server,
            Problem = read.Problem ?? server.Problem,
        };
        Publish(state, happened);
        return state.Problem is null;
    }

    private void Publish(FeedState state, ServerEvent? happened = null)
    {
        if (happened is null && state == _current)
        {
            return;
        }

        _current = state;
        Changed?.Invoke(new(state, happened?.ChangedPaths ?? [], happened?.Who, happened?.External ?? false));
    }

    private async Task WaitAsync(TimeSpan delay, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _wait.Token);
        await Task.Delay(delay, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(LogLevel.Error, "Following the server failed; it is tried again.")]
    private static partial void LogFault(ILogger log, Exception error);
}
