using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Tests.Model;

public sealed class ChangeEndsTests
{
    [Theory]
    [InlineData(EndChoice.Never, "", null)]
    [InlineData(EndChoice.InAnHour, "", "2026-11-22T17:00:00Z")]
    [InlineData(EndChoice.InFourHours, "", "2026-11-22T20:00:00Z")]
    [InlineData(EndChoice.AtMidnight, "", "2026-11-22T23:00:00Z")]
    [InlineData(EndChoice.AtTime, "2026-12-24T18:30", "2026-12-24T17:30:00Z")]
    [InlineData(EndChoice.AtTime, "2026-12-24T18:30:15", "2026-12-24T17:30:15Z")]
    [InlineData(EndChoice.AtTime, "", null)]
    [InlineData(EndChoice.AtTime, "tomorrow", null)]
    public void Resolve_InThePersonsZone_IsTheInstant(EndChoice choice, string typed, string? expected)
    {
        var clock = new BrowserClock(new Support.TestClock { Now = new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero) });
        clock.Use("Europe/Berlin");

        Assert.Equal(
            expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            ChangeEnds.Resolve(choice, typed, clock));
    }

    [Fact]
    public void Resolve_InTheHourThatTheClockSkips_IsTheNextInstantThatExists()
    {
        var clock = new BrowserClock(TimeProvider.System);
        clock.Use("Europe/Berlin");

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), ChangeEnds.Resolve(EndChoice.AtTime, "2026-03-29T02:30", clock));
    }
}
