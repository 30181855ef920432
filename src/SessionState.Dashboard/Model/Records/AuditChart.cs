using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Records;

/// <summary>The days before today, or those of the filter, with how many records match on each.</summary>
public sealed class AuditChart(IConfigurationService service, BrowserClock clock)
{
    /// <summary>How many days are shown where the filter names none.</summary>
    public const int Days = 30;

    /// <summary>The most that can be told apart, and hit.</summary>
    public const int MostDays = 42;

    private (AuditFilter Filter, long Head)? _read;

    /// <summary>Null until it was read, and where it may not be.</summary>
    public AuditTimeline? Timeline { get; private set; }

    /// <summary>The first day that is shown.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The filter narrowed to one of the days; the whole filter where it is that one day already.</summary>
    public AuditFilter Narrow(AuditFilter filter, int bar) => First.AddDays(bar) is var day && filter.From == day && filter.To == day
        ? filter.FirstPage with { From = null, To = null }
        : filter.FirstPage with { From = day, To = day };

    public async Task ReadAsync(AuditFilter filter, long auditHead, CancellationToken cancel)
    {
        // One day that was chosen stays among the others.
        var conditions = filter.FirstPage with { From = null, To = null };
        var (first, last) = Range(filter);
        if (_read == (conditions with { From = first, To = last }, auditHead))
        {
            return;
        }

        _read = (conditions with { From = first, To = last }, auditHead);
        First = first;
        var edges = Enumerable.Range(0, last.DayNumber - first.DayNumber + 2).Select(day => clock.Start(first.AddDays(day))).ToList();
        Timeline = (await service.GetAuditTimelineAsync(conditions.ToQuery(clock, 1), edges, cancel)).Value;
    }

    private (DateOnly First, DateOnly Last) Range(AuditFilter filter)
    {
        var last = filter.To is { } to && to != filter.From && to < clock.Today ? to : clock.Today;
        var first = filter.From is { } from && from != filter.To && from <= last ? from : last.AddDays(1 - Days);
        if (filter.From is { } day && day == filter.To && day < first)
        {
            // A single day further back: in the middle of its own days.
            (first, last) = (day.AddDays(-Days / 2), day.AddDays(Days / 2));
        }

        return last.DayNumber - first.DayNumber < MostDays ? (first, last) : (last.AddDays(1 - MostDays), last);
    }
}
