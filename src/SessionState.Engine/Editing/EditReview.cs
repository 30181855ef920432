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
        var file = ConfigurationFile.Read(KindOf(chosen.Level), edit.File, edit.Encode());
        var after = before.With(file);
        var effects = new EffectReader(before, after, request.Edit.Setting).Read(request.Node.Path, edit.File);
        return (NewError(file) ?? Broken(effects)) is { } refusal ? EditResult.Refused(refusal) : Plan([edit], after, effects);
    }

    /// <summary>The plan that changes nothing.</summary>
    public EditResult NothingToDo() => Plan([], before, []);

    private EditResult Plan(ImmutableArray<FileEdit> files, ServerConfiguration after, ImmutableArray<ValueChange> effects)
    {
        var warnings = new EditWarnings(after, after.Find(request.Node.Path)!, chosen.Target, request.Edit.Setting, request.Value);
        return EditResult.Planned(new(request.Edit, chosen.Target, files, after, effects, warnings.Read()));
    }

    private EditRefusal? NewError(ConfigurationFile file)
    {
        var known = Errors(chosen.Level.Path.Length == 0 ? before.ApplicationHost : chosen.Level.WebConfig).ToList();
        var now = Errors(file).ToList();
        var unknown = now.Find(error => !known.Exists(old => old.Message == error.Message)) ?? now.LastOrDefault();
        return now.Count > known.Count ? Refuse(unknown!, "The edited file would not be valid: ") : null;
    }

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

    private static IEnumerable<Diagnostic> Errors(ConfigurationFile? file) =>
        (file?.Diagnostics ?? []).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static EditRefusal Refuse(Diagnostic error, string what) =>
        new(RefusalKind.NotHere, what + error.Message, error.File, error.Line, error.Remedy);

    private static ConfigurationFileKind KindOf(ConfigurationNode level) =>
        level.Path.Length == 0 ? ConfigurationFileKind.ApplicationHost : ConfigurationFileKind.Web;
}
