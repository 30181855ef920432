using SessionState.Files.Committing;

namespace SessionState.Files.Tests.Committing;

public sealed class FairQueueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void TryEnter_Several_ComeInTheOrderInWhichTheyAsked()
    {
        var queue = new FairQueue();
        Assert.True(queue.TryEnter(TimeSpan.Zero, Cancellation));
        var order = new List<int>();
        var threads = Enumerable.Range(0, 5).Select(number => Start(queue, number, order)).ToList();

        queue.Exit();
        threads.ForEach(thread => thread.Join());

        Assert.Equal([0, 1, 2, 3, 4], order);
        Assert.True(queue.TryEnter(TimeSpan.Zero, Cancellation));
    }

    [Fact]
    public void TryEnter_TurnThatDoesNotCome_IsGivenUpAndLeavesTheQueue()
    {
        var queue = new FairQueue();
        Assert.True(queue.TryEnter(TimeSpan.Zero, Cancellation));

        Assert.False(queue.TryEnter(TimeSpan.FromMilliseconds(1), Cancellation));

        Assert.Equal(0, queue.Waiting);
        queue.Exit();
        Assert.True(queue.TryEnter(TimeSpan.Zero, Cancellation));
    }

    [Fact]
    public void TryEnter_Cancelled_LeavesTheQueue()
    {
        var queue = new FairQueue();
        Assert.True(queue.TryEnter(TimeSpan.Zero, Cancellation));

        Assert.Throws<OperationCanceledException>(() => queue.TryEnter(TimeSpan.FromMinutes(1), new CancellationToken(canceled: true)));

        Assert.Equal(0, queue.Waiting);
    }

    private static Thread Start(FairQueue queue, int number, List<int> order)
    {
        var thread = new Thread(() =>
        {
            if (queue.TryEnter(TimeSpan.FromMinutes(1), default))
            {
                order.Add(number);
                queue.Exit();
            }
        });
        thread.Start();
        Assert.True(SpinWait.SpinUntil(() => queue.Waiting == number + 1, TimeSpan.FromMinutes(1)));
        return thread;
    }
}
