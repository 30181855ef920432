using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing.Locks;

/// <summary>Turns the wish for a lock into text changes, and rehearses it, before anyone writes.</summary>
public static class LockPlanner
{
    /// <summary>Plans a lock. Pure: reads text only through the function and writes nothing.</summary>
    /// <param name="server">The snapshot.</param>
    /// <param name="edit">What is asked.</param>
    /// <param name="readText">A file's text, the one the snapshot was read from; null where the file does not exist.</param>
    public static PlanResult<LockPlan> Plan(ServerConfiguration server, LockEdit edit, Func<string, SourceText?> readText)
    {
        var node = server.Find(edit.Path);
        if ((EditRequest.Broken(server.ApplicationHost) ?? (node is null ? EditRequest.UnknownNode(edit.Path) : null)) is { } impossible)
        {
            return new(impossible);
        }

        var candidates = new LockCandidates(server, node!, edit.Section, edit.Mode).Read();
        var chosen = edit.CommitPath is { } path
            ? candidates.FirstOrDefault(candidate => CommitPaths.AreSame(candidate.Target.CommitPath, path))
            : candidates[0];
        if (chosen is null || chosen.Refusal is not null)
        {
            return new(chosen?.Refusal ?? Elsewhere(edit, node!));
        }

        var source = readText(chosen.Target.File);
        if (source is null && chosen.Exists)
        {
            return new(EditPlanner.Vanished(chosen.Target.File));
        }

        var place = LockPlace.Of(chosen.Target.LocationPath, chosen.IsServer);
        var fileEdit = FileEditor.Edit(
            chosen.Target.File,
            source,
            document => new LockEditor(document, chosen.Target.File, place, edit.Section).Apply(edit.Mode),
            new(edit.Section.Split('/')[0], place.LocationPath ?? ""),
            out var refusal);
        return refusal is not null ? new(refusal) : new LockReview(server, edit, node!, chosen).Review(fileEdit);
    }

    private static EditRefusal Elsewhere(LockEdit edit, ConfigurationNode node) => new(
        RefusalKind.NotHere,
        $"A lock for '{node.Path}' cannot be written at '{edit.CommitPath}'.",
        null,
        null,
        $"Use {CommitPaths.ApplicationHost} or {CommitPaths.Of(node)}.");
}
