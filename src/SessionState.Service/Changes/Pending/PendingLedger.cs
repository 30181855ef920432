using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Audit.People;

namespace SessionState.Service.Changes.Pending;

/// <summary>
/// The changes that wait for a confirmation or for their end. All of it is read from the audit, which is the only place where it is kept:
/// so it survives restarts, and nobody can take it out unnoticed.
/// </summary>
internal sealed class PendingLedger(TimeProvider time) : IAuditFollower
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, PendingEntry> _entries = [];

    /// <summary>All of them, the next one first.</summary>
    public IReadOnlyList<PendingEntry> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries.Values.OrderBy(entry => entry.DueAt).ThenBy(entry => entry.Change.AuditSequence)];
            }
        }
    }

    public PendingEntry? Find(Guid changeId)
    {
        lock (_gate)
        {
            return _entries.GetValueOrDefault(changeId);
        }
    }

    /// <summary>Those whose time has come and that are not waiting for another try.</summary>
    public IReadOnlyList<PendingEntry> Due() => [.. All.Where(IsDue)];

    /// <summary>Notes that taking it back failed; it is tried again after a while that grows.</summary>
    public void Fail(Guid changeId, string why)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(changeId, out var entry))
            {
                var pause = TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, entry.Failures)));
                _entries[changeId] = entry with
                {
                    Change = entry.Change with { Trouble = why },
                    Failures = entry.Failures + 1,
                    RetryAt = time.GetTimestamp() + Ticks(pause),
                };
            }
        }
    }

    public void Load(AuditDbContext context)
    {
        var timed = context.Records.AsNoTracking()
            .Where(row => (row.ConfirmBy != null || row.Until != null) && row.Outcome == AuditOutcome.Applied && row.Target == 1);
        var followed = context.Records.AsNoTracking().Where(row => row.Undoes != null);
        var names = PersonNames.All(context);
        foreach (var row in timed.ToList().Concat(followed.ToList()).OrderBy(row => row.Sequence))
        {
            Note(row, names.Of(row));
        }
    }

    public void Note(AuditRow row, string who)
    {
        lock (_gate)
        {
            if (row.Undoes is { } changeId)
            {
                Follow(row, changeId);
            }
            else if (row is { Outcome: AuditOutcome.Applied, Target: 1, ChangeId: { } id } && (row.ConfirmBy ?? row.Until) is not null)
            {
                _entries[id] = ToEntry(row, id, who);
            }
        }
    }

    private void Follow(AuditRow row, Guid changeId)
    {
        if (row.Type == AuditType.Confirmed && _entries.TryGetValue(changeId, out var entry) && entry.Change.Until is not null)
        {
            _entries[changeId] = new(entry.Change with { ConfirmBy = null, Trouble = null }, null);
        }
        else if (row.Outcome == AuditOutcome.Applied || row.Type is AuditType.Confirmed or AuditType.Lapsed)
        {
            _entries.Remove(changeId);
        }
    }

    private PendingEntry ToEntry(AuditRow row, Guid id, string who)
    {
        var made = DateTimeOffset.FromUnixTimeMilliseconds(row.At);
        DateTimeOffset? confirmBy = row.ConfirmBy is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;
        return new(
            new(
                id,
                AuditJson.Read(row.Json)?.Res?.Summary ?? "",
                row.Path ?? "",
                row.TargetCount,
                who,
                row.Sequence,
                confirmBy,
                row.Until is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
                null),
            confirmBy is { } by ? time.GetTimestamp() + Ticks(Left(made, by)) : null);
    }

    // After a restart the time of day is all there is to go by; set back, it must not give more time than there ever was.
    private TimeSpan Left(DateTimeOffset made, DateTimeOffset by)
    {
        var left = by - time.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > by - made ? by - made : left;
    }

    private bool IsDue(PendingEntry entry) =>
        (entry.RetryAt is not { } retry || time.GetTimestamp() >= retry)
        && ((entry.ConfirmBefore is { } before && time.GetTimestamp() >= before) || (entry.Change.Until is { } until && time.GetUtcNow() >= until));

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
