using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Tests.Shared;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>Sessions that nobody asks about any more. ASVS 7.3.1, 7.3.2.</summary>
public sealed class SessionSweepTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_TooLongIdle_IsEndedWithoutBeingAskedFor()
    {
        var time = new ManualTime();
        var sessions = new SessionBook(time, new MemoryRows());
        var ended = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        sessions.Ended += key => ended.TrySetResult(key);
        var id = await sessions.StartAsync(new ActingUser("local", "1", "Ann"), "password", "", "");
        using var sweep = new SessionSweep(sessions, time, NullLogger<SessionSweep>.Instance);
        await sweep.StartAsync(Cancel);
        await time.WhenWaitedForAsync(TimeSpan.FromSeconds(30), Cancel);

        time.Advance(SessionBook.LongestIdle);

        Assert.Equal(SessionBook.KeyOf(id), await ended.Task.WaitAsync(Cancel));
        await sweep.StopAsync(Cancel);
    }
}
