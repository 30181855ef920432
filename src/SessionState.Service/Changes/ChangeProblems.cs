using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;

namespace SessionState.Service.Changes;

/// <summary>Why a change is not made.</summary>
internal static class ChangeProblems
{
    public static Problem TooManyWriters { get; } = new(
        ProblemCodes.Busy, "Too many changes at once", "Other changes are being written, and too many wait already.", 423)
    {
        Remedy = "Try again in a few seconds.",
    };

    public static Problem LockTaken { get; } = new(
        ProblemCodes.Busy, "Somebody else is changing this server", "Another program holds this server's configuration for a change.", 423)
    {
        Remedy = "Try again in a few seconds.",
    };

    public static Problem Stale { get; } = new(
        ProblemCodes.Stale,
        "The configuration changed in the meantime",
        "The file was changed after the preview was made, so what would be written is no longer what you saw. Nothing was changed.",
        409)
    {
        Remedy = "Preview the change again, and apply that.",
    };

    public static Problem NotThePreview { get; } = new(
        ProblemCodes.Stale, "Not the previewed change", "The change differs from the one that was previewed. Nothing was changed.", 409)
    {
        Remedy = "Preview the change again, and apply that.",
    };

    public static Problem IdTaken { get; } = Problems.Invalid(
        "changeId", "Another change has this id already.", "Send the change with an id of its own.");

    public static Problem OutcomePending { get; } = new(
        ProblemCodes.AppliedAuditPending,
        "Changed, but not recorded yet",
        "The change was made, but its outcome could not be written to the audit yet. It will be as soon as that is possible; "
        + "until then nothing else is changed.",
        500)
    {
        Remedy = "Ask whoever runs the service to look at the data folder: is the disk full or read-only?",
    };

    public static Problem NothingToDo(PlannedChange change) => Problems.Invalid(
        "change", $"There is nothing to do: {change.Targets[0].Plan.Target.Description} says so already.");

    public static Problem AuditUnavailable(string? why) => new(
        ProblemCodes.AuditUnavailable,
        "The audit cannot be written",
        $"Nothing was changed, because the change could not be recorded. {why}".TrimEnd(),
        503)
    {
        Remedy = "Ask whoever runs the service to look at the data folder: is the disk full or read-only?",
    };

    /// <summary>The outcome could not be recorded yet; null where it was.</summary>
    public static Problem? Pending(AuditRow? outcome) => outcome is null ? OutcomePending : null;

    public static Problem Overwritten(string file) => new(
        ProblemCodes.Stale, "The file was changed at the same moment", $"{file} holds something else than was written a moment ago.", 409)
    {
        File = file,
        Remedy = "Look at the tree again: another program is changing this file.",
    };

    public static Problem OtherValue(PlannedTarget target, string? value) => new(
        ProblemCodes.Stale,
        "The value is not the one wanted",
        $"The file was written, but the value at '{target.Request.Path}' is {value ?? "in error"} and not {target.After ?? "in error"}: "
        + "another file was changed at the same moment.",
        409);

    public static Problem Of(CommitResult result)
    {
        var (code, status, title) = result.Outcome switch
        {
            CommitOutcome.Stale => (ProblemCodes.Stale, 409, "The file changed in the meantime"),
            CommitOutcome.Busy => (ProblemCodes.Busy, 423, "The file is in use"),
            CommitOutcome.Forbidden => (ProblemCodes.Unreadable, 422, "The file cannot be changed safely"),
            _ => (ProblemCodes.WriteFailed, 500, "The file could not be written"),
        };

        return new(code, title, result.Message, status) { File = result.File, Remedy = result.Remedy };
    }
}
