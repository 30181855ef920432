using SessionState.Files.Watching;

namespace SessionState.Files.Tests.Watching;

public sealed class WatcherTests
{
    [Fact]
    public async Task StartWatching_EditDeleteAndCreate_AreEachPublished()
    {
        using var server = RefreshTests.TwoSites();
        await using var set = server.Load();
        using var published = new BlockingChanges(set);
        set.StartWatching();

        server.Write("sites/One/web.config", TestServer.On);
        Assert.Equal("true", TestServer.ValueAt(published.Next(), "One"));

        File.Delete(server.At("sites/One/web.config"));
        Assert.Null(published.Next().Server.Find("One")!.WebConfig);

        server.Write("sites/Two/new/web.config", TestServer.Off);
        Assert.NotNull(published.NextWith(snapshot => TestServer.ValueAt(snapshot, "Two/new") == "false"));
    }

    [Fact]
    public async Task StartWatching_HalfWrittenFile_IsNotPublishedWhenItIsCompleteSoon()
    {
        using var server = RefreshTests.TwoSites();
        await using var set = server.Load();
        var half = new HalfWritten();

        server.Write("sites/One/web.config", TestServer.On[..50]);
        Assert.False(set.Look(half));
        Assert.True(half.Any);
        Assert.Equal("false", TestServer.ValueAt(set.Current, "One"));

        server.Write("sites/One/web.config", TestServer.On);
        Assert.True(set.Look(half));
        Assert.False(half.Any);
        Assert.Equal("true", TestServer.ValueAt(set.Current, "One"));
    }

    [Fact]
    public async Task StartWatching_FileThatStaysMalformed_IsPublishedAtTheSecondLook()
    {
        using var server = RefreshTests.TwoSites();
        await using var set = server.Load();
        var half = new HalfWritten();

        server.Write("sites/One/web.config", "<configuration>");
        server.Write("sites/Two/web.config", "");
        Assert.False(set.Look(half));
        Assert.True(set.Look(half));

        Assert.False(half.Any);
        Assert.Null(TestServer.ValueAt(set.Current, "One"));
        Assert.Null(TestServer.ValueAt(set.Current, "Two"));
    }

    [Fact]
    public async Task StartWatching_HandlerThatThrows_IsReportedAndWatchingGoesOn()
    {
        using var server = RefreshTests.TwoSites();
        await using var set = server.Load();
        using var reported = new SemaphoreSlim(0);
        set.Faulted += exception => reported.Release(exception is InvalidOperationException ? 1 : 0);
        set.Changed += _ => throw new InvalidOperationException("handler");
        set.StartWatching();

        server.Write("sites/One/web.config", TestServer.On);
        Assert.True(await reported.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        server.Write("sites/One/web.config", TestServer.Off);
        Assert.True(await reported.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void IntervalAfter_Look_IsTwentyTimesAsLongAndAtLeastASecond()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), Watcher.IntervalAfter(TimeSpan.FromMilliseconds(3)));
        Assert.Equal(TimeSpan.FromSeconds(6), Watcher.IntervalAfter(TimeSpan.FromMilliseconds(300)));
    }

    private sealed class BlockingChanges : IDisposable
    {
        private readonly System.Collections.Concurrent.BlockingCollection<ConfigurationSnapshot> _snapshots = [];

        public BlockingChanges(ConfigurationSet set) => set.Changed += change => _snapshots.Add(change.After);

        public ConfigurationSnapshot Next() => NextWith(_ => true);

        public ConfigurationSnapshot NextWith(Func<ConfigurationSnapshot, bool> wanted)
        {
            while (_snapshots.TryTake(out var snapshot, TimeSpan.FromSeconds(30)))
            {
                if (wanted(snapshot))
                {
                    return snapshot;
                }
            }

            throw new TimeoutException("No snapshot was published.");
        }

        public void Dispose() => _snapshots.Dispose();
    }
}
