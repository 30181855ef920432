using SessionState.Contracts;

namespace SessionState.Service.Changes;

/// <summary>What a request to apply must hold, apart from what the configuration says about it.</summary>
internal sealed class ChangeRules(TimeProvider time)
{
    private static readonly TimeSpan ShortestTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(366);

    /// <summary>What is wrong with the request itself; null where nothing is.</summary>
    public Problem? Check(ChangeOrder order)
    {
        if (order.ChangeId == Guid.Empty)
        {
            return Problems.Invalid("changeId", "A change needs an id of its own, and this one is all zeros.");
        }

        if (string.IsNullOrWhiteSpace(order.Reason) || order.Reason.Length > ApplyChangeRequest.MaxReasonLength)
        {
            return Problems.Invalid(
                "reason", $"Say why, in 1 to {ApplyChangeRequest.MaxReasonLength} characters; the audit keeps it.");
        }

        return order.Ticket is { Length: > ApplyChangeRequest.MaxTicketLength }
            ? Problems.Invalid("ticket", $"A ticket has at most {ApplyChangeRequest.MaxTicketLength} characters.")
            : RequestedTargets.Read(order.Change).Problem ?? CheckUntil(order);
    }

    /// <summary>
    /// Why the plan is not the one the person saw; null where it is. An unrelated change in the meantime does no harm: the digest is
    /// over what this change writes.
    /// </summary>
    public static Problem? CompareWithPreview(ChangeOrder order, PlannedChange change)
    {
        if (order.PlanDigest is { } seen && change.Digest != seen)
        {
            return order.Undone is null && change.Request.Revision == order.Change.Revision
                ? ChangeProblems.NotThePreview
                : ChangeProblems.Stale;
        }

        return change.IsNothing ? ChangeProblems.NothingToDo(change) : null;
    }

    private Problem? CheckUntil(ChangeOrder order)
    {
        if (order.Until is not { } until)
        {
            return null;
        }

        var left = until - time.GetUtcNow();
        return left < ShortestTime || left > LongestTime
            ? Problems.Invalid("until", "A change ends between a minute and a year from now.", "Name another time, or leave it out: then the change stays.")
            : order.Change.Targets.Any(target => target.Action == ChangeAction.Repair)
                ? Problems.Invalid("until", "A repair cannot be taken back, so it cannot end either.", "Leave the time out.")
                : null;
    }
}
