using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Records;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class AuditChartTests
{
    private readonly FakeConfigurationService _service = new();
    private readonly BrowserClock _clock = new(new TestClock());
    private readonly AuditChart _chart;

    public AuditChartTests() => _chart = new(_service, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chart_WithoutAFilter_ShowsTheDaysUpToToday()
    {
        await _chart.ReadAsync(AuditFilter.None, 1, Cancel);

        Assert.Equal((AuditChart.Days, _clock.Today), (_chart.Timeline!.Bars.Count, _chart.First.AddDays(AuditChart.Days - 1)));
    }

    [Fact]
    public async Task Chart_OfDaysThatDifferInLength_BeginsEachAtMidnight()
    {
        _clock.Use("Europe/Berlin");

        // Summer time ends on the 25th of October.
        await _chart.ReadAsync(new() { From = new(2026, 10, 24), To = new(2026, 10, 26) }, 1, Cancel);

        Assert.Equal([24d, 25d, 24d], _chart.Timeline!.Bars.Select(bar => (bar.To - bar.From).TotalHours));
    }

    [Fact]
    public async Task Bar_Chosen_IsTheDayAndChosenAgainEveryDay()
    {
        await _chart.ReadAsync(AuditFilter.None, 1, Cancel);

        var one = _chart.Narrow(AuditFilter.None with { Who = "ann" }, AuditChart.Days - 1);
        await _chart.ReadAsync(one, 1, Cancel);

        Assert.Equal(new AuditFilter { Who = "ann", From = _clock.Today, To = _clock.Today }, one);
        Assert.Equal(AuditChart.Days, _chart.Timeline!.Bars.Count);
        Assert.Equal(new AuditFilter { Who = "ann" }, _chart.Narrow(one, AuditChart.Days - 1));
    }

    [Fact]
    public async Task Chart_OfYears_ShowsAsManyDaysAsAreCounted()
    {
        await _chart.ReadAsync(new() { From = new(2020, 1, 1) }, 1, Cancel);

        Assert.Equal(AuditChart.MostDays, _chart.Timeline!.Bars.Count);
    }

    [Fact]
    public async Task Chart_OfALongPastDay_HasThatDayInIt()
    {
        await _chart.ReadAsync(new() { From = new(2026, 3, 1), To = new(2026, 3, 1) }, 1, Cancel);

        Assert.InRange(new DateOnly(2026, 3, 1), _chart.First, _chart.First.AddDays(_chart.Timeline!.Bars.Count - 1));
    }
}
