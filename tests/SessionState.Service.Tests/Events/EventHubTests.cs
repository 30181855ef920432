using SessionState.Contracts;
using SessionState.Service.Events;

namespace SessionState.Service.Tests.Events;

public sealed class EventHubTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_TwoListeners_BothGetEveryEventInOrder()
    {
        var hub = new EventHub();
        using var first = hub.Subscribe();
        using var second = hub.Subscribe();

        hub.Publish(CreateEvent("a"));
        hub.Publish(CreateEvent("b"));

        Assert.Equal(["a", "b"], await TakeAsync(first, 2));
        Assert.Equal(["a", "b"], await TakeAsync(second, 2));
    }

    [Fact]
    public async Task Publish_SlowListener_GetsOneEventForTheWholeTreeInsteadOfTheQueue()
    {
        var hub = new EventHub();
        using var slow = hub.Subscribe();

        for (var number = 0; number <= EventSubscription.Capacity; number++)
        {
            hub.Publish(CreateEvent($"r{number}"));
        }

        await foreach (var happened in slow.ReadUntilAsync(Cancel))
        {
            Assert.Equal($"r{EventSubscription.Capacity}", happened.Revision);
            Assert.Null(happened.ChangedSites);
            Assert.Empty(happened.ChangedPaths);
            break;
        }
    }

    [Fact]
    public async Task ReadUntil_End_EndsQuietly()
    {
        var hub = new EventHub();
        using var listener = hub.Subscribe();
        using var end = new CancellationTokenSource();

        await end.CancelAsync();

        Assert.Empty(await listener.ReadUntilAsync(end.Token).ToListAsync(Cancel));
    }

    [Fact]
    public void Dispose_Subscription_IsForgotten()
    {
        var hub = new EventHub();

        hub.Subscribe().Dispose();

        Assert.Equal(0, hub.SubscriberCount);
    }

    private static async Task<List<string>> TakeAsync(EventSubscription subscription, int count) =>
        await subscription.ReadUntilAsync(Cancel).Take(count).Select(happened => happened.Revision).ToListAsync(Cancel);

    private static ServerEvent CreateEvent(string revision) => new(revision, ["Contoso"], ["Contoso/shop"], 1, "Ada", false);
}
