using SessionState.Contracts;
using SessionState.Service.Changes.Approvals;
using SessionState.Service.Changes.Pending;
using SessionState.Service.Changes.Undo;
using SessionState.Service.Diffs;
using SessionState.Service.Security;

namespace SessionState.Service.Changes;

/// <summary>What a change would do.</summary>
internal sealed class ChangePreviews(
    ChangePlanner planner,
    ChangePolicy policy,
    ChangeSight sight,
    ChangeUndo undo,
    ConfirmRule confirm,
    ApprovalNeeds needs,
    ApprovalGate gate,
    FreshSignIn fresh)
{
    public ServiceResult<ChangePreview> Preview(Caller caller, ChangeRequest request) =>
        Plan(caller, request).Succeeded(out var planned, out var problem)
            ? ToPreview(caller, planned, null) with { ConfirmSeconds = confirm.SecondsFor(planned.Request) }
            : problem;

    public ServiceResult<ChangePreview> PreviewUndo(Caller caller, Guid changeId)
    {
        if (sight.Refuse(caller, changeId) is { } hidden)
        {
            return hidden;
        }

        if (!undo.Find(changeId).Succeeded(out var undone, out var problem)
            || !Plan(caller, undone.ToRequest(), undoes: true).Succeeded(out var planned, out problem))
        {
            return problem;
        }

        return undo.Compare(undone, planned) is { } changedSince ? changedSince : ToPreview(caller, planned, changeId);
    }

    // With what else is asked of this caller.
    private ChangePreview ToPreview(Caller caller, PlannedChange planned, Guid? undoes) => policy.Strip(caller, ToPreview(planned)) with
    {
        Approval = needs.Of(caller, planned, undoes) is { Count: > 0 } reasons ? new(reasons, gate.MayBreakGlass(caller, planned)) : null,
        StepUpNeeded = ApprovalNeeds.TakesFreshSignIn(planned) && !fresh.IsFresh(caller),
    };

    /// <summary>The change worked out, for somebody who may make it.</summary>
    public ServiceResult<PlannedChange> Plan(Caller caller, ChangeRequest request, bool undoes = false)
    {
        if (RequestedTargets.Read(request).Problem is { } senseless)
        {
            return senseless;
        }

        if (policy.Refuse(caller, request, undoes) is { } refusal)
        {
            return policy.Deny(caller, request, refusal);
        }

        return planner.Plan(request).Succeeded(out var planned, out var problem)
            ? policy.Refuse(caller, planned) is { } further ? policy.Deny(caller, request, further) : planned
            : policy.Note(caller, request, problem);
    }

    /// <summary>What there is to be said to everybody.</summary>
    public static ChangePreview ToPreview(PlannedChange planned) => new(
        planned.Request,
        planned.Digest,
        planned.IsNothing,
        planned.Summary,
        [.. planned.Targets.Select(ToPreview)],
        [.. planned.Plan.Files.Select(FileDiffs.Of)],
        [.. planned.Effects.Take(ChangePreview.MaxEffects).Select(ContractMapping.ToContract)],
        planned.Effects.Length,
        [.. planned.Targets.SelectMany(target => target.Plan.Warnings).Distinct()])
    {
        Rehearsal = ContractMapping.ToContract(planned.Rehearsal),
    };

    private static TargetPreview ToPreview(PlannedTarget target) => new(
        ContractMapping.ToContract(target.Plan.Target), target.Before, target.After, target.IsNothing, target.Summary);
}
