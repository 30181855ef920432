using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Audit.People;

namespace SessionState.Service.Changes.Approvals;

/// <summary>
/// The requests for a second person. All of it is read from the audit, which is the only place where it is kept: so it survives restarts, and
/// nobody can slip one in unnoticed.
/// </summary>
internal sealed class ApprovalLedger(TimeProvider time) : IAuditFollower
{
    private const int MaxClosed = 500;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, ApprovalEntry> _entries = [];

    /// <summary>All of them, the newest first.</summary>
    public IReadOnlyList<ApprovalEntry> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries.Values.OrderByDescending(entry => entry.Info.AuditSequence)];
            }
        }
    }

    public ApprovalEntry? Find(Guid id)
    {
        lock (_gate)
        {
            return _entries.GetValueOrDefault(id);
        }
    }

    /// <summary>The open ones whose time is over.</summary>
    public IReadOnlyList<ApprovalEntry> Due() => [.. All.Where(entry => entry.Info.IsOpen && IsOver(entry))];

    public bool IsOver(ApprovalEntry entry) => time.GetTimestamp() >= entry.ExpiresAfter;

    /// <summary>The same, expired where its time is over and nobody has noted that yet.</summary>
    public ApprovalEntry Now(ApprovalEntry entry) =>
        entry.Info.IsOpen && IsOver(entry) ? entry with { Info = entry.Info with { State = ApprovalState.Expired } } : entry;

    public void Load(AuditDbContext context)
    {
        var names = PersonNames.All(context);
        foreach (var row in context.Records.AsNoTracking().Where(row => row.Type == AuditType.Approval).OrderBy(row => row.Sequence))
        {
            Note(row, names.Of(row));
        }

        var open = All.Where(entry => entry.Info.IsOpen).Select(entry => (Guid?)entry.Info.Id).ToList();
        var made = context.Records.AsNoTracking()
            .Where(row => open.Contains(row.ChangeId) && (row.Type == AuditType.Outcome || row.Type == AuditType.Recovered) && row.Target == 1);
        foreach (var row in made.ToList())
        {
            Note(row, names.Of(row));
        }
    }

    public void Note(AuditRow row, string who)
    {
        if (row.ChangeId is not { } id)
        {
            return;
        }

        lock (_gate)
        {
            if (row.Type == AuditType.Approval && AuditJson.Read(row.Json) is { Approval: { } step } record)
            {
                Take(id, row, record, step, who);
            }
            else if (row is { Type: AuditType.Outcome or AuditType.Recovered, Target: 1 } && _entries.TryGetValue(id, out var entry) && entry.Info.IsOpen)
            {
                var state = row.Outcome == AuditOutcome.Applied ? ApprovalState.Applied : ApprovalState.Failed;
                Close(entry with { Info = entry.Info with { State = state, DecidedAt = At(row), Comment = row.Detail ?? entry.Info.Comment } });
            }
        }
    }

    private void Take(Guid id, AuditRow row, AuditRecord record, AuditApproval step, string who)
    {
        if (step is { What: AuditApproval.Requested, Preview: { } preview })
        {
            _entries[id] = ToEntry(id, row, record, step, preview, who);
        }
        else if (_entries.TryGetValue(id, out var entry) && entry.Info.IsOpen)
        {
            var info = entry.Info with { State = StateAfter(step.What), DecidedAt = At(row), DecidedBy = who, Comment = step.What is AuditApproval.Approved or AuditApproval.Rejected ? record.Why?.Reason : record.Res?.Detail };
            if (step.What == AuditApproval.Approved && step.Expires is { } expires)
            {
                _entries[id] = entry with
                {
                    Info = info with { ExpiresAt = expires },
                    ExpiresAfter = Deadline(record.Ts, expires),
                    Approver = new(record.Actor.Iss!, record.Actor.Sub!, row.Sequence),
                    ApproverGrants = record.Authz?.Grants ?? [],
                };
            }
            else
            {
                Close(entry with { Info = info });
            }
        }
    }

    private ApprovalEntry ToEntry(Guid id, AuditRow row, AuditRecord record, AuditApproval step, ChangePreview preview, string who)
    {
        var expires = step.Expires ?? record.Ts;
        var info = new ApprovalInfo(
            id,
            ApprovalState.Waiting,
            preview.Summary,
            row.Path ?? "",
            preview.Request.Targets.Count,
            who,
            row.Reason ?? "",
            row.Ticket,
            step.Reasons ?? [],
            At(row),
            expires,
            row.Sequence)
        {
            Until = record.Until,
            Undoes = record.Undoes,
        };
        return new(
            info, record.Actor, record.Do?.Request ?? "", preview.PlanDigest, step.Reach ?? [""], step.Settings ?? [], Deadline(record.Ts, expires));
    }

    private void Close(ApprovalEntry entry)
    {
        _entries[entry.Info.Id] = entry;
        var closed = _entries.Values.Where(other => !other.Info.IsOpen).ToList();
        if (closed.Count > MaxClosed)
        {
            _entries.Remove(closed.MinBy(other => other.Info.AuditSequence)!.Info.Id);
        }
    }

    private static ApprovalState StateAfter(string what) => what switch
    {
        AuditApproval.Approved => ApprovalState.Approved,
        AuditApproval.Rejected => ApprovalState.Rejected,
        AuditApproval.Withdrawn => ApprovalState.Withdrawn,
        AuditApproval.Expired => ApprovalState.Expired,
        _ => ApprovalState.Void,
    };

    // After a restart the time of day is all there is to go by; set back, it must not give more time than there ever was.
    private long Deadline(DateTimeOffset from, DateTimeOffset to)
    {
        var left = to - time.GetUtcNow();
        var bounded = left < TimeSpan.Zero ? TimeSpan.Zero : left > to - from ? to - from : left;
        return time.GetTimestamp() + (long)(bounded.TotalSeconds * time.TimestampFrequency);
    }

    private static DateTimeOffset At(AuditRow row) => DateTimeOffset.FromUnixTimeMilliseconds(row.At);
}
