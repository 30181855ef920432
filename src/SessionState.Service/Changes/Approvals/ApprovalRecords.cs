using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Security;

namespace SessionState.Service.Changes.Approvals;

/// <summary>The records of requests for a second person, and of going without one.</summary>
internal static class ApprovalRecords
{
    public static AuditRecord Requested(Caller caller, ChangeOrder order, PlannedChange change, string requestDigest, AuditAuthz right, AuditApproval step) => new()
    {
        Type = AuditType.Approval,
        Op = order.ChangeId,
        Actor = caller.Actor,
        Via = caller.Via,
        Authz = right,
        Do = AuditRecords.Planned(change.Targets[0]) with { Request = requestDigest },
        Undoes = order.Undone?.ChangeId,
        Until = order.Until,
        Why = new(order.Reason, order.Ticket),
        Approval = step,
        Res = new(AuditApproval.Requested, $"Asked for a second person: {change.Summary}. {string.Join(' ', step.Reasons!)}", Summary: change.Summary),
    };

    public static AuditRecord Decided(Caller caller, ApprovalEntry entry, AuditAuthz right, AuditApproval step, string? comment) =>
        Step(entry, step, $"{(step.What == AuditApproval.Approved ? "Approved" : "Rejected")} what {entry.Info.Who} asked for: {entry.Info.Summary}.") with
        {
            Actor = caller.Actor,
            Via = caller.Via,
            Authz = right,
            Why = comment is null ? null : new(comment, null),
        };

    public static AuditRecord Withdrawn(Caller caller, ApprovalEntry entry) =>
        Step(entry, new(AuditApproval.Withdrawn), $"Not wanted any more: {entry.Info.Summary}.") with { Actor = caller.Actor, Via = caller.Via };

    public static AuditRecord Expired(ApprovalEntry entry) => Step(
        entry,
        new(AuditApproval.Expired),
        entry.Info.State == ApprovalState.Approved ? "It was approved, and nobody made the change in time." : "Nobody decided in time.");

    public static AuditRecord Void(ApprovalEntry entry, Problem why) =>
        Step(entry, new(AuditApproval.Void), $"What was asked for is not what would be written any more. {why.Detail}");

    /// <summary>Alarm: somebody does without the second person. It is written before the change is begun.</summary>
    public static AuditRecord BreakGlass(Caller caller, ChangeOrder order, PlannedChange change, AuditAuthz right, IReadOnlyList<string> reasons) => new()
    {
        Type = AuditType.BreakGlass,
        Op = order.ChangeId,
        Actor = caller.Actor,
        Via = caller.Via,
        Authz = right,
        Do = new() { Path = change.Targets[0].Request.Path },
        Why = new(order.Reason, order.Ticket),
        Res = new(
            "break-glass", $"Emergency: done without a second person: {change.Summary}. {string.Join(' ', reasons)}", Summary: change.Summary),
    };

    private static AuditRecord Step(ApprovalEntry entry, AuditApproval step, string detail) => new()
    {
        Type = AuditType.Approval,
        Op = entry.Info.Id,
        Actor = AuditActor.Service,
        Via = AuditVia.Service,
        Do = new() { Path = entry.Info.Path },
        Approval = step,
        Res = new(step.What, detail, Summary: entry.Info.Summary),
    };
}
