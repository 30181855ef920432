using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Events;
using SessionState.Service.Security;

namespace SessionState.Service.Changes.Approvals;

/// <summary>
/// The last question before a change is begun: is its second person there, or none needed? In an emergency the alarm is written here, before
/// anything else happens.
/// </summary>
internal sealed partial class ApprovalGate(
    ApprovalNeeds needs, ApprovalLedger ledger, ChangePolicy policy, Rights rights, FreshSignIn fresh, AuditLog audit, ServerEvents events, ILogger<ApprovalGate> log)
{
    /// <summary>By which right the change is made, or why it is not.</summary>
    public ServiceResult<AuditAuthz> Clear(Caller caller, ChangeOrder order, PlannedChange change, string requestDigest)
    {
        var right = policy.RightTo(caller, change, order.Undone is not null);
        if (!caller.IsService && ApprovalNeeds.TakesFreshSignIn(change) && fresh.Refuse(caller, "change a lock of the whole server") is { } old)
        {
            return old;
        }

        var reasons = needs.Of(caller, change, order.Undone?.ChangeId);
        return reasons.Count == 0 ? right
            : order.BreakGlass ? BreakGlass(caller, order, change, right, reasons)
            : ledger.Find(order.ChangeId) is { } entry && entry.RequestDigest == requestDigest ? Approved(entry, right)
            : ApprovalProblems.Needed(reasons);
    }

    /// <summary>Whether the id is that of somebody's request, and this order is another one.</summary>
    public bool IsTaken(ChangeOrder order, string requestDigest) => ledger.Find(order.ChangeId) is { } entry && entry.RequestDigest != requestDigest;

    /// <summary>What was asked for cannot be made any more, because the files are not as they were.</summary>
    public void Void(ChangeOrder order, string requestDigest, Problem why)
    {
        if (why.Code is ProblemCodes.Stale or ProblemCodes.ChangedSince
            && ledger.Find(order.ChangeId) is { Info.IsOpen: true } entry
            && entry.RequestDigest == requestDigest)
        {
            audit.AppendOrKeep(ApprovalRecords.Void(entry, why));
            events.PublishApproval(entry.Reach);
        }
    }

    /// <summary>Whether this caller could do without the second person.</summary>
    public bool MayBreakGlass(Caller caller, PlannedChange change) => RightToBreakGlass(caller, change) is not null;

    private ServiceResult<AuditAuthz> Approved(ApprovalEntry entry, AuditAuthz right) =>
        ledger.Now(entry).Info is var info && info.State != ApprovalState.Approved ? ApprovalProblems.NotApproved(info)
        : !rights.StillHold(entry.ApproverGrants, Permission.ChangeApprove, entry.Reach) ? ApprovalProblems.ApproverGone
        : right with { Approver = entry.Approver };

    private ServiceResult<AuditAuthz> BreakGlass(Caller caller, ChangeOrder order, PlannedChange change, AuditAuthz right, IReadOnlyList<string> reasons)
    {
        if (RightToBreakGlass(caller, change) is not { } emergency)
        {
            return ApprovalProblems.NoBreakGlass;
        }

        if (fresh.Refuse(caller, "do without a second person") is { } old)
        {
            return old;
        }

        var whole = right with { BreakGlass = true, Grants = [.. right.Grants!.Concat(emergency.Grants!).Distinct()] };
        if (audit.TryAppend(ApprovalRecords.BreakGlass(caller, order, change, whole, reasons)) is null)
        {
            return ChangeProblems.AuditUnavailable(audit.ReadOnlyReason);
        }

        LogBreakGlass(log, caller.User!.Name, caller.User.Issuer, caller.User.Subject, order.ChangeId, change.Summary, order.Reason);
        return whole;
    }

    private AuditAuthz? RightToBreakGlass(Caller caller, PlannedChange change) =>
        policy.RightEverywhere(caller, Permission.BreakGlass, ApprovalReach.Of(change), ApprovalReach.SettingsOf(change));

    [LoggerMessage(LogLevel.Error, "Break-glass: {Name} ({Issuer}, {Subject}) makes change {Id} without a second person: {Summary}. Reason given: {Reason}")]
    private static partial void LogBreakGlass(ILogger logger, string name, string issuer, string subject, Guid id, string summary, string reason);
}
