using System.Collections.Immutable;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing;

/// <summary>Reads the edited file as IIS will, and looks at what it does to the server, before anyone writes it.</summary>
internal sealed class EditReview(ServerConfiguration before, EditRequest request, TargetCandidate chosen)
{
    /// <summary>The plan, or a refusal where the edited file would break something that works.</summary>
    public EditResult Review(FileEdit edit)
    {
        if (EditedFile.Evaluate(before, chosen.Level, edit, out var refusal) is not { } after)
        {
            return EditResult.Refused(refusal!);
        }

        var effects = new EffectReader(before, after, request.Edit.Setting).Read(request.Node.Path, edit.File);
        return Broken(effects) is { } broken ? EditResult.Refused(broken) : Plan([edit], after, effects);
    }

    /// <summary>The plan that changes nothing.</summary>
    public EditResult NothingToDo() => Plan([], before, []);

    private EditResult Plan(ImmutableArray<FileEdit> files, ServerConfiguration after, ImmutableArray<ValueChange> effects)
    {
        var warnings = new EditWarnings(after, after.Find(request.Node.Path)!, chosen.Target, request.Edit.Setting, request.Value);
        return EditResult.Planned(new(request.Edit, chosen.Target, files, after, effects, warnings.Read())
        {
            Rehearsal = Rehearse(after, effects),
        });
    }

    // Content is legal or not by what a node's value says, so where no value comes or goes nothing starts or stops failing.
    private Rehearsal Rehearse(ServerConfiguration after, ImmutableArray<ValueChange> effects) =>
        effects.Any(effect => effect.Before is null || effect.After is null)
            ? new RehearsalReader(before, after, request.Edit.Setting.Section).Read(request.Node.Path, chosen.Target.File)
            : Rehearsal.Nothing;

    // A folder can serve several nodes, and what is open for one may be locked for another.
    private EditRefusal? Broken(ImmutableArray<ValueChange> effects)
    {
        if (effects.FirstOrDefault(effect => effect.After is null) is not { } broken)
        {
            return null;
        }

        var violation = EffectiveValueReader.Read(broken.Node, request.Edit.Setting).Violation!;
        var refusal = Refuse(violation.Diagnostic, $"The change would break {broken.Node.Path}: ");
        return violation.LockFile is null ? refusal
            : refusal with { Kind = RefusalKind.Locked, File = violation.LockFile, Line = violation.LockLine };
    }

    private static EditRefusal Refuse(Diagnostic error, string what) =>
        new(RefusalKind.NotHere, what + error.Message, error.File, error.Line, error.Remedy);
}
