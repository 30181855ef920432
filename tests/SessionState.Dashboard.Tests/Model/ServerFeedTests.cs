using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Live;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class ServerFeedTests : IAsyncLifetime
{
    private readonly FakeConfigurationService _service = new();
    private readonly ServerFeed _feed;

    public ServerFeedTests()
    {
        var readers = new FeedReaders(_service, _service.Grants.Mine.View);
        readers.Add(new("local", "ann", "Ann Example"));
        _feed = new(readers, TimeProvider.System, NullLogger<ServerFeed>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _feed.StopAsync(CancellationToken.None);
        _feed.Dispose();
    }

    [Fact]
    public async Task Feed_Started_ReadsTheWholeTree()
    {
        await StartAsync();

        Assert.Equal(FeedConnection.Live, _feed.Current.Connection);
        Assert.Equal(12, _feed.Current.Tree?.Count);
        Assert.Equal("WEB01", _feed.Current.Server?.Name);
    }

    [Fact]
    public async Task Change_OfOneSite_ReadsThatSiteOnly()
    {
        await StartAsync();
        _service.NodeQueries.Clear();
        _service.Server.Change("Contoso/shop", true, new(1, DateTimeOffset.UnixEpoch, "Ann"));

        var change = await NextAsync(() => _service.Publish("Contoso/shop", "Ann"));

        Assert.Equal(("Ann", "Contoso/shop"), (change.Who, change.ChangedPaths.Single()));
        Assert.True(change.State.Tree![change.State.Tree.IndexOf("Contoso/shop")].AspSession);
        Assert.Equal(["", "Contoso"], _service.NodeQueries.Select(query => query.Under ?? ""));
        Assert.Equal(1, _service.NodeQueries[0].Limit);
    }

    [Fact]
    public async Task Change_ThatRemovesASite_DropsIt()
    {
        await StartAsync();
        _service.Server.Remove("Fabrikam");

        var change = await NextAsync(() => _service.Publish("Fabrikam", "(unknown)", external: true));

        Assert.Equal(-1, change.State.Tree!.IndexOf("Fabrikam/classic"));
        Assert.True(change.External);
    }

    [Fact]
    public async Task Change_OfEverything_ReadsEverything()
    {
        await StartAsync();
        _service.Server.Change("", false, new(1, DateTimeOffset.UnixEpoch, "Ann"));

        var change = await NextAsync(() => _service.Publish("", "Ann"));

        Assert.False(change.State.Tree![change.State.Tree.IndexOf("Fabrikam")].AspSession);
    }

    [Fact]
    public async Task Record_WithoutAChange_ReadsNothing()
    {
        await StartAsync();
        _service.NodeQueries.Clear();

        var change = await NextAsync(() => _service.Publish(new(_service.Server.Revision, [], [], 77, null, false)));

        Assert.Equal(77, change.State.AuditHead);
        Assert.Empty(_service.NodeQueries);
    }

    [Fact]
    public async Task Connection_Lost_KeepsTheTreeAndReadsAnewAfterwards()
    {
        await StartAsync();
        var tree = _feed.Current.Tree;
        var lost = await NextAsync(() =>
        {
            _service.Server.Change("Contoso/shop", true, new(1, DateTimeOffset.UnixEpoch, "Ann"));
            _service.Disconnect();
        });
        Assert.Equal(FeedConnection.Reconnecting, lost.State.Connection);
        Assert.Same(tree, lost.State.Tree);

        await UntilAsync(() => _feed.Current.Connection == FeedConnection.Live, _feed.RetryNow);

        Assert.True(_feed.Current.Tree![_feed.Current.Tree.IndexOf("Contoso/shop")].AspSession);
    }

    [Fact]
    public async Task Service_NotAnswering_IsSaidAndTriedAgain()
    {
        _service.IsDeaf = true;
        _service.ReadProblem = new(ProblemCodes.Unavailable, "Unavailable", "No answer.", 503);
        await _feed.StartAsync(Cancel);
        await UntilAsync(() => _feed.Current.Problem?.Code == ProblemCodes.Unavailable);

        (_service.IsDeaf, _service.ReadProblem) = (false, null);

        await UntilAsync(() => _feed.Current is { Connection: FeedConnection.Live, Tree: not null, Problem: null }, _feed.RetryNow);
    }

    [Fact]
    public void Events_Merged_KeepEverySiteAndTheNewestRevision()
    {
        var merged = EventBatch.Merge(new("r1", ["A"], ["A/x"], 5, "Ann", false), new("r2", ["a", "B"], ["B"], 4, "Bob", true));

        Assert.Equal(("r2", 5, "several people", true), (merged.Revision, merged.AuditHead, merged.Who, merged.External));
        Assert.Equal(["A", "B"], merged.ChangedSites!);
        Assert.Equal(["A/x", "B"], merged.ChangedPaths);
        Assert.Null(EventBatch.Merge(merged, merged with { ChangedSites = null }).ChangedSites);
    }

    private async Task StartAsync()
    {
        await _feed.StartAsync(Cancel);
        await UntilAsync(() => _feed.Current.Tree is not null);
    }

    private async Task<FeedChange> NextAsync(Action cause)
    {
        var next = new TaskCompletionSource<FeedChange>(TaskCreationOptions.RunContinuationsAsynchronously);
        _feed.Changed += change => next.TrySetResult(change);
        cause();
        return await next.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
    }

    private async Task UntilAsync(Func<bool> condition, Action? push = null)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _feed.Changed += _ =>
        {
            if (condition())
            {
                reached.TrySetResult();
            }
        };
        push?.Invoke();
        if (!condition())
        {
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        }
    }
}
