using SessionState.Service.Changes;

namespace SessionState.Service.Tests.Changes;

public sealed class WriterQueueTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Enter_WhileAnotherIsIn_WaitsForItToLeave()
    {
        using var queue = new WriterQueue();
        var first = await queue.EnterAsync(Cancel);

        var second = queue.EnterAsync(Cancel);
        Assert.False(second.IsCompleted);
        first!.Dispose();

        Assert.NotNull(await second);
    }

    [Fact]
    public async Task Enter_TooManyWait_IsRefusedAtOnce()
    {
        using var queue = new WriterQueue();
        var first = await queue.EnterAsync(Cancel);
        var waiting = Enumerable.Range(0, WriterQueue.MaxWaiting).Select(_ => queue.EnterAsync(Cancel)).ToList();

        Assert.Null(await queue.EnterAsync(Cancel));

        first!.Dispose();
        foreach (var task in waiting)
        {
            (await task)!.Dispose();
        }
    }

    [Fact]
    public async Task Enter_Cancelled_GivesItsPlaceBack()
    {
        using var queue = new WriterQueue();
        var first = await queue.EnterAsync(Cancel);
        using var impatient = new CancellationTokenSource();
        var waiting = queue.EnterAsync(impatient.Token);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first!.Dispose();
        Assert.NotNull(await queue.EnterAsync(Cancel));
    }
}
