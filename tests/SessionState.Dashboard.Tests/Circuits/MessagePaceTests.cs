using SessionState.Dashboard.Security;
using SessionState.Tests.Shared;

namespace SessionState.Dashboard.Tests.Circuits;

/// <summary>Row C06: a thousand messages a second.</summary>
public sealed class MessagePaceTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Messages_AThousandAtOnce_WaitOnceTheBurstIsUsedUp()
    {
        var bucket = new MessagePace.Bucket(_time);

        var waits = Enumerable.Range(0, 1_000).Select(_ => bucket.Take()).ToList();

        Assert.All(waits[..MessagePace.Bucket.AtOnce], wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.All(waits[MessagePace.Bucket.AtOnce..], wait => Assert.True(wait > TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromSeconds(2.5), waits[^1]);
    }

    [Fact]
    public void Messages_AsManyAsAPersonCauses_NeverWait()
    {
        var bucket = new MessagePace.Bucket(_time);

        for (var message = 0; message < 10_000; message++)
        {
            Assert.Equal(TimeSpan.Zero, bucket.Take());
            _time.Advance(TimeSpan.FromSeconds(1) / MessagePace.Bucket.PerSecond);
        }
    }

    [Fact]
    public void Burst_UsedUp_IsBackAfterAWhile()
    {
        var bucket = new MessagePace.Bucket(_time);
        for (var message = 0; message < MessagePace.Bucket.AtOnce; message++)
        {
            bucket.Take();
        }

        _time.Advance(TimeSpan.FromHours(1));

        Assert.All(Enumerable.Range(0, MessagePace.Bucket.AtOnce), _ => Assert.Equal(TimeSpan.Zero, bucket.Take()));
        Assert.NotEqual(TimeSpan.Zero, bucket.Take());
    }
}
