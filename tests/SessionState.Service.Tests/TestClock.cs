namespace SessionState.Service.Tests;

/// <summary>A clock that stands still until it is told otherwise. Timers run on real time.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
