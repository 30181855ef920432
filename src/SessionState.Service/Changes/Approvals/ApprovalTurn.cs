using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Events;

namespace SessionState.Service.Changes.Approvals;

/// <summary>
/// One step of a request at a time, and none while a change is being made: what is decided is decided on what everybody sees. Refusals are
/// recorded, and everybody hears that something happened.
/// </summary>
internal sealed class ApprovalTurn(WriterQueue queue, AuditDenials denials, ApprovalLedger ledger, ServerEvents events)
{
    public async Task<ServiceResult<ApprovalInfo>> TakeAsync(
        Func<ServiceResult<ApprovalInfo>> step, Func<Problem, AuditRecord> denied, CancellationToken cancellationToken)
    {
        using var turn = await queue.EnterAsync(cancellationToken);
        var result = turn is null ? ChangeProblems.TooManyWriters : step();
        if (result.Problem is { } problem)
        {
            denials.Record(denied(problem));
            events.PublishAudit();
        }
        else if (ledger.Find(result.Value!.Id) is { } entry)
        {
            events.PublishApproval(entry.Reach);
        }

        return result;
    }
}
