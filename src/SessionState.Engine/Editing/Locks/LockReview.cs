using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing.Locks;

/// <summary>Rehearses a lock: reads the edited file as IIS will, and finds out who would fail and who may override.</summary>
internal sealed class LockReview(ServerConfiguration before, LockEdit edit, ConfigurationNode node, LockCandidate chosen)
{
    /// <summary>The plan, or a refusal where the configuration would contradict itself; a null edit is a plan that changes nothing.</summary>
    public PlanResult<LockPlan> Review(FileEdit? file)
    {
        if (file is null)
        {
            return Plan([], before, Rehearsal.Nothing);
        }

        if (EditedFile.Evaluate(before, chosen.Level, file, out var refusal) is not { } after)
        {
            return new(refusal!);
        }

        var rehearsal = new RehearsalReader(before, after, edit.Section).Read(node.Path, file.File);
        return rehearsal.StartFailing.FirstOrDefault(IsIllegal) is { } illegal ? new(Illegal(illegal)) : Plan([file], after, rehearsal);
    }

    // Content below that a lock forbids is a price to be shown. What contradicts a file above, or itself, is no lock at all.
    private bool IsIllegal(FailingSection failing) =>
        failing.Code == DiagnosticCodes.LockConflict || failing.File == chosen.Target.File;

    private EditRefusal Illegal(FailingSection failing) => new(
        RefusalKind.Locked,
        $"The change would make the configuration illegal: {failing.Message}",
        failing.LockFile ?? failing.File,
        failing.LockLine ?? failing.Line,
        edit.Mode == OverrideMode.Allow
            ? $"Only the file that made a lock can unlock it: unlock the section in {failing.File}, line {failing.Line}."
            : $"Take back the word in {failing.LockFile ?? failing.File}, line {failing.LockLine ?? failing.Line}, first.");

    private PlanResult<LockPlan> Plan(ImmutableArray<FileEdit> files, ServerConfiguration after, Rehearsal rehearsal)
    {
        var warnings = new LockWarnings(edit, after.Find(node.Path) ?? node, chosen, rehearsal);
        var isFelt = !rehearsal.StartFailing.IsEmpty || !rehearsal.StopFailing.IsEmpty;
        var effects = isFelt ? SectionEffects.Read(before, after, edit.Section, node.Path, chosen.Target.File) : [];
        return new(new LockPlan(edit, chosen.Target, files, after, effects, warnings.Read(after), Undo()) { Rehearsal = rehearsal });
    }

    private LockEdit Undo()
    {
        var said = (node.State(edit.Section)?.Inputs ?? []).FirstOrDefault(input => input.Owner.Depth == chosen.Level.Depth);
        return edit with { Mode = said.Section?.OverrideMode ?? OverrideMode.Inherit, CommitPath = chosen.Target.CommitPath };
    }
}
