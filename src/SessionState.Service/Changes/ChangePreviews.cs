using SessionState.Contracts;
using SessionState.Service.Changes.Pending;
using SessionState.Service.Changes.Undo;
using SessionState.Service.Diffs;
using SessionState.Service.Security;

namespace SessionState.Service.Changes;

/// <summary>What a change would do.</summary>
internal sealed class ChangePreviews(ChangePlanner planner, ChangeUndo undo, ConfirmRule confirm)
{
    public ServiceResult<ChangePreview> Preview(Caller caller, ChangeRequest request) =>
        Plan(caller, request).Succeeded(out var planned, out var problem)
            ? ToPreview(planned) with { ConfirmSeconds = (int?)confirm.TimeFor(planned.Request)?.TotalSeconds }
            : problem;

    public ServiceResult<ChangePreview> PreviewUndo(Caller caller, Guid changeId)
    {
        if (!undo.Find(changeId).Succeeded(out var undone, out var problem)
            || !Plan(caller, undone.ToRequest()).Succeeded(out var planned, out problem))
        {
            return problem;
        }

        return undo.Compare(undone, planned) is { } changedSince ? changedSince : ToPreview(planned);
    }

    private ServiceResult<PlannedChange> Plan(Caller caller, ChangeRequest request) =>
        (RequestedTargets.Read(request).Problem ?? ChangePolicy.Refuse(caller, request)) is { } refusal ? refusal : planner.Plan(request);

    private static ChangePreview ToPreview(PlannedChange planned) => new(
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
