using SessionState.Contracts;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Dashboard.Tests.Hosting;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>ASVS 7.2.4, 7.3.1, 7.3.2, 7.4.1, 7.4.2, 7.4.5.</summary>
public sealed class SessionBookTests
{
    private static readonly ActingUser Ann = new("local", "1", "Ann");
    private static readonly ActingUser OtherAnn = new("https://idp.example", "1", "Ann");

    private readonly ManualClock _clock = new();
    private readonly MemoryRows _rows = new();
    private readonly SessionBook _sessions;

    public SessionBookTests() => _sessions = new(_clock, _rows);

    [Fact]
    public async Task Session_Started_IsLiveAndStoredWithoutItsId()
    {
        var id = await StartAsync(Ann);

        Assert.True(_sessions.IsLive(id));
        var row = Assert.Single(_rows.Rows).Value;
        Assert.DoesNotContain(id, row.ToString(), StringComparison.Ordinal);
        Assert.False(_sessions.IsLive(row.Key));
    }

    [Fact]
    public async Task Sessions_OfOnePerson_HaveDifferentIds()
    {
        Assert.NotEqual(await StartAsync(Ann), await StartAsync(Ann));
        Assert.Equal(2, _sessions.Of(Ann).Count);
    }

    [Fact]
    public async Task Restart_KeepsSessionsWithTheirLastActivity()
    {
        var id = await StartAsync(Ann);
        _clock.Advance(TimeSpan.FromMinutes(20));
        _sessions.Touch(id);
        await _sessions.SweepAsync();

        var restarted = new SessionBook(_clock, _rows);
        await restarted.LoadAsync();
        _clock.Advance(TimeSpan.FromMinutes(20));

        Assert.True(restarted.IsLive(id));
    }

    [Fact]
    public async Task Restart_AfterALongTime_KeepsNothing()
    {
        await StartAsync(Ann);
        _clock.Advance(SessionBook.LongestIdle);

        var restarted = new SessionBook(_clock, _rows);
        await restarted.LoadAsync();

        Assert.Empty(_rows.Rows);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsAllSessionsOfThatPersonAlone()
    {
        var first = await StartAsync(Ann);
        var second = await StartAsync(Ann);
        var other = await StartAsync(OtherAnn);

        await _sessions.EndAllAsync(Ann);

        Assert.Equal([false, false, true], new[] { first, second, other }.Select(_sessions.IsLive));
        Assert.Single(_rows.Rows);
    }

    [Fact]
    public async Task SignOutElsewhere_KeepsTheSessionOfWhoAsks()
    {
        var here = await StartAsync(Ann);
        var there = await StartAsync(Ann);

        await _sessions.EndAllAsync(Ann, except: here);

        Assert.Equal([true, false], new[] { here, there }.Select(_sessions.IsLive));
    }

    [Fact]
    public async Task Session_IdleForTooLong_IsEndedBySweepingAndTold()
    {
        var ended = new List<string>();
        _sessions.Ended += ended.Add;
        var id = await StartAsync(Ann);
        _clock.Advance(SessionBook.LongestIdle);

        await _sessions.SweepAsync();

        Assert.Equal([SessionBook.KeyOf(id)], ended);
        Assert.Empty(_rows.Rows);
    }

    private Task<string> StartAsync(ActingUser user) => _sessions.StartAsync(user, "password", "10.0.0.1", "Firefox on Linux");
}
