using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Events;
using SessionState.Service.Security;

namespace SessionState.Service.Changes.Approvals;

/// <summary>
/// Where the second person decides. Nothing is written to the configuration here: whoever asked makes the change themselves once it is
/// approved, with what they may do then.
/// </summary>
internal sealed class ApprovalDecisions(
    ApprovalTurn turn,
    ChangeExamination examination,
    ApprovalNeeds needs,
    ApprovalLedger ledger,
    ApprovalReader reader,
    FreshSignIn fresh,
    AuditLog audit,
    ServerEvents events,
    TimeProvider time)
{
    public Task<ServiceResult<ApprovalInfo>> DecideAsync(
        Caller caller, Guid id, DecideApprovalRequest request, CancellationToken cancellationToken) => turn.TakeAsync(
            () => Decide(caller, id, request), problem => AuditRecords.Denied(caller, problem) with { Op = id }, cancellationToken);

    private ServiceResult<ApprovalInfo> Decide(Caller caller, Guid id, DecideApprovalRequest request)
    {
        if (!reader.Find(caller, id).Succeeded(out var entry, out var problem))
        {
            return problem;
        }

        var comment = string.IsNullOrWhiteSpace(request.Comment) ? null : request.Comment.Trim();
        var refusal = reader.RefuseDeciding(caller, entry, out var right)
            ?? CheckComment(request.Approve, comment)
            ?? (!entry.Info.IsOpen || ledger.IsOver(entry) || (request.Approve && entry.Info.State == ApprovalState.Approved)
                ? ApprovalProblems.Closed(ledger.Now(entry).Info)
                : null)
            ?? (request.Approve ? fresh.Refuse(caller, "approve a change") ?? VoidWhereStale(entry) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var step = new AuditApproval(request.Approve ? AuditApproval.Approved : AuditApproval.Rejected)
        {
            Expires = request.Approve ? time.GetUtcNow() + needs.Patience : null,
        };
        return audit.TryAppend(ApprovalRecords.Decided(caller, entry, right, step, comment)) is null
            ? ChangeProblems.AuditUnavailable(audit.ReadOnlyReason)
            : reader.ToInfo(caller, ledger.Find(id)!);
    }

    private static Problem? CheckComment(bool approve, string? comment) => comment switch
    {
        null when !approve => Problems.Invalid("comment", "Say why you reject it; whoever asked reads it."),
        { Length: > ApplyChangeRequest.MaxReasonLength } => Problems.Invalid(
            "comment", $"A comment has at most {ApplyChangeRequest.MaxReasonLength} characters."),
        _ => null,
    };

    // What would be written now must be, byte for byte, what whoever asked was shown.
    private Problem? VoidWhereStale(ApprovalEntry entry)
    {
        if (!reader.PreviewOf(entry).Succeeded(out var preview, out var unreadable))
        {
            return unreadable;
        }

        if (examination.PlanNow(preview.Request).Value is { } now
            && now.Digest == entry.PlanDigest
            && ApprovalReach.Of(now).SequenceEqual(entry.Reach, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        audit.AppendOrKeep(ApprovalRecords.Void(entry, ApprovalProblems.Stale));
        events.PublishApproval(entry.Reach);
        return ApprovalProblems.Stale;
    }
}
