using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Records;

/// <summary>The page of audit records on the screen, and what has been recorded since it was read.</summary>
public sealed class AuditList(IConfigurationService service, BrowserClock clock)
{
    public const int PageSize = 50;

    // Where the newer pages began, so that one can go back; the server only knows the way to older ones.
    private readonly Stack<long?> _newer = new();
    private long _head;

    public AuditFilter Filter { get; private set; } = AuditFilter.None;

    /// <summary>Null until it was first read.</summary>
    public AuditPage? Page { get; private set; }

    public Problem? Problem { get; private set; }

    /// <summary>How many matching records came since.</summary>
    public long News { get; private set; }

    public bool HasOlder => Page?.NextCursor is not null;

    public bool IsFirst => Filter.OlderThan is null;

    public AuditFilter Older()
    {
        _newer.Push(Filter.OlderThan);
        return Filter with { OlderThan = Page?.NextCursor, Record = null };
    }

    /// <summary>The page before, or the newest where the way back is not known, as after opening a link.</summary>
    public AuditFilter Newer() => Filter with { OlderThan = _newer.TryPop(out var before) ? before : null, Record = null };

    public async Task LoadAsync(AuditFilter filter, long auditHead, CancellationToken cancel)
    {
        var samePage = Page is not null && filter with { Record = null } == Filter with { Record = null };
        Filter = filter;
        if (samePage && Problem is null)
        {
            return;
        }

        if (filter.OlderThan is null)
        {
            _newer.Clear();
        }

        await ReadAsync(auditHead, cancel);
    }

    public async Task ReadAsync(long auditHead, CancellationToken cancel)
    {
        var answer = await service.GetAuditAsync(Filter.ToQuery(clock, PageSize), cancel);
        (Problem, Page) = (answer.Problem, answer.Value ?? Page);
        (_head, News) = (auditHead, 0);
    }

    /// <summary>Something was recorded: counts what of it matches.</summary>
    public async Task NoticeAsync(long auditHead, CancellationToken cancel)
    {
        if (Page is null || !IsFirst || auditHead <= _head)
        {
            return;
        }

        _head = auditHead;
        var answer = await service.GetAuditAsync(Filter.ToQuery(clock, 1), cancel);
        News = Math.Max(0, (answer.Value?.Total ?? Page.Total) - Page.Total);
    }
}
