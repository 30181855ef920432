using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Changes.Undo;

/// <summary>Why a change is not taken back.</summary>
internal static class UndoProblems
{
    public static Problem NotApplied(AuditRecord outcome) => Problems.Invalid(
        "id",
        $"The change was not made ({outcome.Res?.Code}), so there is nothing to take back.",
        "Look at its audit record.");

    public static Problem ARepair(string? path) => Problems.Invalid(
        "id",
        $"A repair cannot be taken back: it took out of the web.config of '{path}' what a lock forbids, and that is still forbidden.",
        "Unlock the section first, then set the value there.");

    public static Problem TooOld(long sequence) => Problems.Invalid(
        "id",
        $"Audit record {sequence} was written by an earlier version and does not tell what stood there before.",
        "Set the value that you want.");

    /// <summary>Somebody's later change stands; it is never overwritten.</summary>
    public static Problem ChangedSince(PlannedTarget target, UndoneTarget undone, AuditRow? by) => new(
        ProblemCodes.ChangedSince,
        "Somebody changed it since",
        $"{target.Wish.Name} at {ChangeSummary.PlaceOf(target.Request)} was {Said(undone.Wrote)} after the change; now {target.Plan.Target.Description} says {Said(target.Was)}"
        + (by is null ? "." : $", since {by.Who} changed it (audit record {by.Sequence}).")
        + $" Taking the change back would put {Said(target.Wrote)} there. Nothing was changed.",
        409)
    {
        File = target.Plan.Target.File,
        Remedy = "Look at what it is now, and set the value that you want.",
    };

    private static string Said(string? value) => value is null ? "nothing" : $"'{value}'";
}
