using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Changes.Undo;
using SessionState.Service.Security;

namespace SessionState.Service.Changes;

/// <summary>Plans an order on the files as they are now, and compares it with what its caller may do and was shown.</summary>
internal sealed class ChangeExamination(ChangePlanner planner, ChangePolicy policy, ChangeUndo undo, ConfigurationSet files)
{
    /// <summary>What would be written, or why it must not be.</summary>
    public ServiceResult<PlannedChange> Examine(Caller caller, ChangeOrder order)
    {
        if (!PlanNow(order.Change).Succeeded(out var change, out var problem))
        {
            return problem;
        }

        var refusal = policy.Refuse(caller, change)
            ?? (order.Undone is { } undone ? undo.Compare(undone, change) : null)
            ?? ChangeRules.CompareWithPreview(order, change);
        return refusal is null ? change : refusal;
    }

    /// <summary>The plan on the files as they are now, whoever wants it.</summary>
    public ServiceResult<PlannedChange> PlanNow(ChangeRequest change)
    {
        TakeUpWhatOthersWrote(change);
        return planner.Plan(change);
    }

    // A change of the whole server is felt everywhere; of any other, the files from its nodes up decide.
    private void TakeUpWhatOthersWrote(ChangeRequest change)
    {
        foreach (var target in change.Targets)
        {
            if (target.Path.Length == 0 || files.Current.Server.Find(target.Path) is not { } node)
            {
                files.Refresh();
                return;
            }

            files.LookAt(node);
        }
    }
}
