namespace SessionState.Service.Tests;

/// <summary>A clock that stands still until it is told otherwise. Timers run on real time.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero);
    private TimeSpan _passed;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Real time goes on, and what was advanced comes on top.</summary>
    public override long GetTimestamp() => base.GetTimestamp() + (long)(_passed.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan time)
    {
        _now += time;
        _passed += time;
    }

    /// <summary>Somebody sets the time of day; no time passes.</summary>
    public void Set(DateTimeOffset now) => _now = now;
}
