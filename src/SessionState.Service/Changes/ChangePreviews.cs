using SessionState.Contracts;
using SessionState.Service.Diffs;
using SessionState.Service.Security;

namespace SessionState.Service.Changes;

/// <summary>What a change would do.</summary>
internal sealed class ChangePreviews(ChangePlanner planner)
{
    public ServiceResult<ChangePreview> Preview(Caller caller, ChangeRequest request)
    {
        if (ChangePolicy.Refuse(caller, request) is { } refusal)
        {
            return refusal;
        }

        if (!planner.Plan(request).Succeeded(out var planned, out var problem))
        {
            return problem;
        }

        var plan = planned.Plan;
        return new ChangePreview(
            planned.Request,
            planned.Digest,
            plan.Files.IsEmpty,
            planned.Summary,
            ContractMapping.ToContract(plan.Target),
            [.. plan.Files.Select(FileDiffs.Of)],
            [.. planned.Effects.Take(ChangePreview.MaxEffects).Select(ContractMapping.ToContract)],
            planned.Effects.Length,
            plan.Warnings)
        {
            Rehearsal = ContractMapping.ToContract(plan.Rehearsal),
        };
    }
}
