using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Changes.Pending;
using SessionState.Service.Changes.Undo;
using SessionState.Service.Security;

namespace SessionState.Service.Changes.Approvals;

/// <summary>Where people ask for a second person, and take such requests back.</summary>
internal sealed class ApprovalDesk(
    ApprovalTurn turn,
    ChangeLedger changes,
    ChangeExamination examination,
    ChangeRules rules,
    ChangeUndo undo,
    ChangeSight sight,
    ChangePolicy policy,
    ConfirmRule confirm,
    ApprovalNeeds needs,
    ApprovalLedger ledger,
    ApprovalReader reader,
    AuditLog audit,
    TimeProvider time)
{
    public const int MaxOpen = 50;

    public Task<ServiceResult<ApprovalInfo>> RequestAsync(Caller caller, ApplyChangeRequest request, CancellationToken cancellationToken)
    {
        var order = ChangeOrder.Of(request);
        return turn.TakeAsync(() => Request(caller, order), problem => AuditRecords.Denied(caller, order, problem), cancellationToken);
    }

    public Task<ServiceResult<ApprovalInfo>> RequestUndoAsync(
        Caller caller, Guid changeId, UndoChangeRequest request, CancellationToken cancellationToken) => turn.TakeAsync(
            () => (sight.Refuse(caller, changeId) is { } hidden ? hidden : undo.Find(changeId)).Succeeded(out var undone, out var problem)
                ? Request(caller, ChangeOrder.Of(undone, request))
                : problem,
            problem => AuditRecords.Denied(caller, problem) with { Undoes = changeId },
            cancellationToken);

    public Task<ServiceResult<ApprovalInfo>> WithdrawAsync(Caller caller, Guid id, CancellationToken cancellationToken) => turn.TakeAsync(
        () => Withdraw(caller, id), problem => AuditRecords.Denied(caller, problem) with { Op = id }, cancellationToken);

    private ServiceResult<ApprovalInfo> Request(Caller caller, ChangeOrder order)
    {
        if ((rules.Check(order) ?? policy.Refuse(caller, order)) is { } refusal)
        {
            return refusal;
        }

        var requestDigest = PlanDigest.Of(caller.Actor, order);
        if (ledger.Find(order.ChangeId) is { } asked)
        {
            return asked.RequestDigest == requestDigest ? reader.ToInfo(caller, asked) : ChangeProblems.IdTaken;
        }

        if (!changes.Find(order.ChangeId).Succeeded(out var earlier, out var problem))
        {
            return problem;
        }

        return earlier.RequestDigest is not null ? ChangeProblems.IdTaken
            : ledger.All.Count(entry => entry.Info.IsOpen && ApprovalReader.IsMine(caller, entry)) >= MaxOpen ? ApprovalProblems.TooManyOpen
            : examination.Examine(caller, order).Succeeded(out var change, out problem) ? Record(caller, order, change, requestDigest)
            : problem;
    }

    private ServiceResult<ApprovalInfo> Record(Caller caller, ChangeOrder order, PlannedChange change, string requestDigest)
    {
        var reasons = needs.Of(caller, change, order.Undone?.ChangeId);
        if (reasons.Count == 0)
        {
            return ApprovalProblems.NotNeeded;
        }

        var step = new AuditApproval(AuditApproval.Requested)
        {
            Expires = time.GetUtcNow() + needs.Patience,
            Reasons = reasons,
            Reach = ApprovalReach.Of(change),
            Settings = ApprovalReach.SettingsOf(change),
            Preview = ChangePreviews.ToPreview(change) with { ConfirmSeconds = order.Undone is null ? confirm.SecondsFor(change.Request) : null },
        };
        var record = ApprovalRecords.Requested(caller, order, change, requestDigest, policy.RightTo(caller, change, order.Undone is not null), step);
        return audit.TryAppend(record) is null
            ? ChangeProblems.AuditUnavailable(audit.ReadOnlyReason)
            : reader.ToInfo(caller, ledger.Find(order.ChangeId)!);
    }

    private ServiceResult<ApprovalInfo> Withdraw(Caller caller, Guid id)
    {
        if (!reader.Find(caller, id).Succeeded(out var entry, out var problem))
        {
            return problem;
        }

        return !ApprovalReader.IsMine(caller, entry) ? ApprovalProblems.NotYours
            : !entry.Info.IsOpen || ledger.IsOver(entry) ? ApprovalProblems.Closed(ledger.Now(entry).Info)
            : audit.TryAppend(ApprovalRecords.Withdrawn(caller, entry)) is null ? ChangeProblems.AuditUnavailable(audit.ReadOnlyReason)
            : reader.ToInfo(caller, ledger.Find(id)!);
    }
}
