using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Records;

namespace SessionState.Dashboard.Model.Overview;

/// <summary>What happened on the server lately and what is going to, as far as the person may know it.</summary>
public sealed class OverviewNews(IConfigurationService service, BrowserClock clock)
{
    /// <summary>How many days back edits outside and refusals are told of.</summary>
    public const int Days = 7;

    private const int Shown = 6;
    private long _readAt = -1;

    /// <summary>The newest changes; null where they are not known.</summary>
    public AuditPage? Changes { get; private set; }

    /// <summary>Edits that others made in Notepad, IIS Manager or by a deployment, of the last days; null where they are not known.</summary>
    public AuditPage? Edits { get; private set; }

    /// <summary>How many attempts were refused in the last days; null where that is not known.</summary>
    public long? Refusals { get; private set; }

    /// <summary>What waits for a confirmation or for its end, the next first.</summary>
    public IReadOnlyList<PendingChange> Pending { get; private set; } = [];

    /// <summary>Why the changes are not known; null where they are.</summary>
    public Problem? Problem { get; private set; }

    public bool IsRead => _readAt >= 0;

    public AuditFilter ChangesFilter => new() { Type = AuditType.Outcome };

    public AuditFilter EditsFilter => new() { Type = AuditType.External, From = clock.Today.AddDays(-Days) };

    public AuditFilter RefusalsFilter => new() { Outcome = AuditOutcome.Refused, From = clock.Today.AddDays(-Days) };

    /// <summary>Reads it, unless nothing was recorded since.</summary>
    public async Task ReadAsync(long auditHead, CancellationToken cancel)
    {
        if (auditHead == _readAt)
        {
            return;
        }

        var changes = await service.GetAuditAsync(ChangesFilter.ToQuery(clock, Shown), cancel);
        (Changes, Problem) = (changes.Value, changes.Problem);
        Edits = (await service.GetAuditAsync(EditsFilter.ToQuery(clock, Shown), cancel)).Value;
        Refusals = (await service.GetAuditAsync(RefusalsFilter.ToQuery(clock, 1), cancel)).Value?.Total;
        Pending = (await service.GetPendingChangesAsync(cancel)).Value?.Items ?? [];
        _readAt = auditHead;
    }
}
