using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Live;

/// <summary>
/// The feeds by what their people may see: everybody who sees the same shares one tree in memory. A feed that nobody looks at any more
/// is kept for a while, so that a page that is opened again is there at once.
/// </summary>
public sealed class ServerFeeds(IConfigurationService service, TimeProvider time, ILogger<ServerFeed> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan KeptAlone = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ServerFeed> _feeds = [];
    private readonly Dictionary<ServerFeed, ITimer> _leaving = [];
    private bool _stopped;

    /// <summary>The feed for somebody who may see this; it reads for them until they leave.</summary>
    public ServerFeed Join(ActingUser person, string view)
    {
        lock (_gate)
        {
            if (!_feeds.TryGetValue(view, out var feed))
            {
                _feeds[view] = feed = new(new(service, view), time, log);
            }

            if (_leaving.Remove(feed, out var timer))
            {
                timer.Dispose();
            }

            feed.Readers.Add(person);
            if (feed.ExecuteTask is null && !_stopped)
            {
                _ = feed.StartAsync(CancellationToken.None);
            }

            return feed;
        }
    }

    public void Leave(ServerFeed feed, ActingUser person)
    {
        lock (_gate)
        {
            if (feed.Readers.Remove(person) && !_leaving.ContainsKey(feed))
            {
                _leaving[feed] = time.CreateTimer(_ => End(feed), null, KeptAlone, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        List<ServerFeed> feeds;
        lock (_gate)
        {
            _stopped = true;
            feeds = [.. _feeds.Values];
        }

        foreach (var feed in feeds)
        {
            await feed.StopAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var timer in _leaving.Values)
            {
                timer.Dispose();
            }

            foreach (var feed in _feeds.Values)
            {
                feed.Dispose();
            }

            _leaving.Clear();
            _feeds.Clear();
        }
    }

    private void End(ServerFeed feed)
    {
        lock (_gate)
        {
            if (!_leaving.Remove(feed, out var timer))
            {
                return;
            }

            timer.Dispose();
            _feeds.Remove(feed.Readers.View);
        }

        _ = feed.StopAsync(CancellationToken.None);
    }
}
