namespace SessionState.Dashboard.Tests.Hosting;

internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>For tests with something in them that knows the real time.</summary>
    public void SetToNow() => _now = DateTimeOffset.UtcNow;

    public void Advance(TimeSpan time) => _now += time;
}
