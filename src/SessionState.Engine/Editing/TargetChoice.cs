using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>Decides which file an edit goes to.</summary>
internal static class TargetChoice
{
    /// <summary>The place that was asked for, else the best one; null and the reason where nothing may be written there.</summary>
    public static TargetCandidate? Choose(ServerConfiguration server, EditRequest request, out EditRefusal? refusal)
    {
        var candidates = new TargetCandidates(server, request.Node, request.Edit.Setting).Read();
        var chosen = request.Edit.CommitPath is { } path
            ? candidates.FirstOrDefault(candidate => CommitPaths.AreSame(candidate.Target.CommitPath, path))
            : request.Value is null ? Holder(candidates) : candidates[0];
        refusal = chosen is null ? Elsewhere(request) : IsAllowed(chosen, request) ? null : chosen.Refusal;
        return refusal is null ? chosen : null;
    }

    // What sets the value now and may be cleared, the winning one first; where nothing does, the edit will find nothing to do.
    private static TargetCandidate Holder(IReadOnlyList<TargetCandidate> candidates) =>
        candidates.Where(candidate => candidate.Holds && IsAllowed(candidate, clears: true)).MaxBy(candidate => candidate.Level.Depth)
            ?? candidates[0];

    private static bool IsAllowed(TargetCandidate candidate, EditRequest request) => IsAllowed(candidate, request.Value is null);

    // A value in a locked section is an error there: taking it out is the repair.
    private static bool IsAllowed(TargetCandidate candidate, bool clears) =>
        candidate.Refusal is null || (clears && candidate.Refusal.Kind == RefusalKind.Locked);

    private static EditRefusal Elsewhere(EditRequest request) => new(
        RefusalKind.NotHere,
        $"A value for '{request.Node.Path}' cannot be written at '{request.Edit.CommitPath}'.",
        null,
        null,
        request.Edit.Setting.Evaluator == Evaluator.Managed
            ? $"Use {CommitPaths.Of(request.Node.Application ?? request.Node)}, or {CommitPaths.RootWeb} for the whole server."
            : $"Use {CommitPaths.ApplicationHost} or {CommitPaths.Of(request.Node)}.");
}
