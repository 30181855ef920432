using System.Collections.Immutable;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing.Repairs;

/// <summary>Turns the wish for a repair into text changes, and rehearses it, before anyone writes.</summary>
public static class RepairPlanner
{
    /// <summary>Plans a repair. Pure: reads text only through the function and writes nothing.</summary>
    /// <param name="server">The snapshot.</param>
    /// <param name="edit">What is asked.</param>
    /// <param name="readText">A file's text, the one the snapshot was read from; null where the file does not exist.</param>
    public static PlanResult<RepairPlan> Plan(ServerConfiguration server, RepairEdit edit, Func<string, SourceText?> readText)
    {
        var node = server.Find(edit.Path);
        if ((EditRequest.Broken(server.ApplicationHost) ?? (node is null ? EditRequest.UnknownNode(edit.Path) : null)) is { } impossible)
        {
            return new(impossible);
        }

        if (ViolationReader.Read(node!, edit.Section) is not { } violation)
        {
            return new(new RepairPlan(edit, null, Own(server, node!), [], [], server, [], [], null));
        }

        if (Offence.Find(server, violation, edit.Section) is not { } offence)
        {
            return new(ByHand(violation.Diagnostic));
        }

        var file = offence.Input.File.Path;
        if (readText(file) is not { } source)
        {
            return new(EditPlanner.Vanished(file));
        }

        ImmutableArray<string> removed = [];
        var fileEdit = FileEditor.Edit(
            file,
            source,
            document =>
            {
                var editor = new RepairEditor(document, file, offence);
                var changes = editor.Apply();
                removed = [.. editor.Removed];
                return changes;
            },
            excerpt: null,
            out var refusal);
        return refusal is not null ? new(refusal)
            : fileEdit is null ? new(ByHand(violation.Diagnostic))
            : Review(server, edit, offence, fileEdit, removed);
    }

    private static PlanResult<RepairPlan> Review(
        ServerConfiguration before, RepairEdit edit, Offence offence, FileEdit fileEdit, ImmutableArray<string> removed)
    {
        if (EditedFile.Evaluate(before, offence.Input.Owner, fileEdit, out var refusal) is not { } after)
        {
            return new(refusal!);
        }

        var violation = offence.Violation;
        var target = Place(offence);
        var rehearsal = new RehearsalReader(before, after, edit.Section).Read(offence.Node.Path, fileEdit.File);
        var effects = SectionEffects.Read(before, after, edit.Section, offence.Node.Path, fileEdit.File);
        var instead = violation.Diagnostic.Code == DiagnosticCodes.SectionLocked
            ? new LockEdit(offence.Node.Path, edit.Section, OverrideMode.Allow, null)
            : null;
        string?[] warnings = [StillFails(after, edit), SharedFile.Warning(after, target)];
        return new(new RepairPlan(
            edit, violation, target, removed, [fileEdit], after, effects, [.. warnings.OfType<string>()], instead) { Rehearsal = rehearsal });
    }

    private static CommitTarget Own(ServerConfiguration server, ConfigurationNode node) => new(
        CommitPaths.Of(node), node.Depth == 0 ? server.ApplicationHost.Path : node.WebConfigPath ?? "", null, "the configuration there", true, null);

    private static CommitTarget Place(Offence offence)
    {
        var (owner, location) = (offence.Input.Owner, offence.LocationPath);
        var description = location is null ? $"web.config of {owner.Path}" : $"web.config of {owner.Path}, location tag for {location}";
        return new(CommitPaths.Of(owner), offence.Input.File.Path, location, description, true, null);
    }

    private static string? StillFails(ServerConfiguration after, RepairEdit edit) =>
        after.Find(edit.Path) is { } node && ViolationReader.Read(node, edit.Section) is { Diagnostic: var next }
            ? $"{edit.Path} still fails then: {next.Message} ({next.File}, line {next.Line})."
            : null;

    private static EditRefusal ByHand(Diagnostic error) => new(
        RefusalKind.NotHere, $"This cannot be repaired by removing something: {error.Message}", error.File, error.Line, error.Remedy);
}
