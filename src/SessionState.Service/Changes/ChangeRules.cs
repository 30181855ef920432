using SessionState.Contracts;

namespace SessionState.Service.Changes;

/// <summary>What a request to apply must hold, apart from what the configuration says about it.</summary>
internal static class ChangeRules
{
    /// <summary>What is wrong with the request itself; null where nothing is.</summary>
    public static Problem? Check(ApplyChangeRequest request)
    {
        if (request.ChangeId == Guid.Empty)
        {
            return Problems.Invalid("changeId", "A change needs an id of its own, and this one is all zeros.");
        }

        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > ApplyChangeRequest.MaxReasonLength)
        {
            return Problems.Invalid(
                "reason", $"Say why, in 1 to {ApplyChangeRequest.MaxReasonLength} characters; the audit keeps it.");
        }

        return request.Ticket is { Length: > ApplyChangeRequest.MaxTicketLength }
            ? Problems.Invalid("ticket", $"A ticket has at most {ApplyChangeRequest.MaxTicketLength} characters.")
            : null;
    }

    /// <summary>
    /// Why the plan is not the one the person saw; null where it is. An unrelated change in the meantime does no harm: the digest is
    /// over what this change writes.
    /// </summary>
    public static Problem? CompareWithPreview(ApplyChangeRequest request, PlannedChange change)
    {
        if (change.Digest != request.PlanDigest)
        {
            return change.Request.Revision == request.Change.Revision
                ? ChangeProblems.NotThePreview
                : ChangeProblems.Stale;
        }

        return change.Plan.Files.IsEmpty ? ChangeProblems.NothingToDo(change) : null;
    }
}
