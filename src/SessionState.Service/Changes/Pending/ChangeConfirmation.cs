using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Events;
using SessionState.Service.Security;

namespace SessionState.Service.Changes.Pending;

/// <summary>Lets a change stand that would be taken back otherwise.</summary>
internal sealed class ChangeConfirmation(
    WriterQueue queue, PendingLedger pending, ChangeLedger ledger, ChangePolicy policy, ChangeSight sight, AuditLog audit, AuditDenials denials, ServerEvents events)
{
    public async Task<ServiceResult<ChangeResult>> ConfirmAsync(Caller caller, Guid changeId, CancellationToken cancellationToken)
    {
        // One at a time with changes: it may be being taken back just now.
        using var turn = await queue.EnterAsync(cancellationToken);
        var problem = turn is null ? ChangeProblems.TooManyWriters : Confirm(caller, changeId);
        if (problem is not null)
        {
            denials.Record(AuditRecords.Denied(caller, problem) with { Undoes = changeId });
            events.PublishAudit();
            return problem;
        }

        events.PublishAudit();
        return ledger.Find(changeId).Succeeded(out var change, out problem) ? change.Answer! : problem;
    }

    private Problem? Confirm(Caller caller, Guid changeId)
    {
        if (sight.Refuse(caller, changeId) is { } hidden)
        {
            return hidden;
        }

        if (pending.Find(changeId) is not { Change: { ConfirmBy: not null } change })
        {
            return new(ProblemCodes.NotFound, "Nothing to confirm", $"No change with the id {changeId} waits for a confirmation.", 404)
            {
                Remedy = "Look at its audit record: it was confirmed or taken back already.",
            };
        }

        return policy.RefuseConfirming(caller, change.Path)
            ?? (audit.TryAppend(AuditRecords.Confirmed(caller, change, policy.RightToConfirm(caller, change.Path))) is null ? ChangeProblems.AuditUnavailable(audit.ReadOnlyReason) : null);
    }
}
