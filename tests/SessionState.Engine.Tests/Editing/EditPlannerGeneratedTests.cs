using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Tests.Generated;
using SessionState.Engine.Text;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Editing;

/// <summary>Edits at a sample of nodes of a server with 1,000 sites.</summary>
public sealed class EditPlannerGeneratedTests
{
    [Theory]
    [InlineData("Allow", 5)]
    [InlineData("Deny", 6)]
    public void Edit_SampleOfNodes_GivesTheValueOrSaysWhyAndClearUndoesIt(string aspDefault, int seed)
    {
        var generated = RequiredInputs.Server("--size", "medium", "--profile", "mixed", "--asp-default", aspDefault, "--seed", $"{seed}");
        var server = DiskServer.Load(generated.ApplicationHostConfig);
        var nodes = server.Nodes().ToList();

        for (var index = 1; index < nodes.Count; index += nodes.Count / 10)
        {
            foreach (var target in CommitTargets.Read(server, nodes[index], Settings.AllowSessionState).Where(target => target.IsAllowed))
            {
                CheckEdit(server, nodes[index], target);
            }
        }
    }

    private static void CheckEdit(ServerConfiguration server, ConfigurationNode node, CommitTarget target)
    {
        var wanted = EffectiveValueReader.Read(node, Settings.AllowSessionState).Value == "false" ? "true" : "false";
        var result = EditPlanner.Plan(server, new(node.Path, Settings.AllowSessionState, EditAction.Set, wanted, target.CommitPath), Read);
        if (result.Plan is not { Files: [var edit] } plan)
        {
            // Nothing to do where it is set but shadowed; refused where it would break a node that shares the folder.
            var isExplained = result.Plan is { Warnings.Length: > 0 } || result.Refusal is { File: not null };
            Assert.True(isExplained, $"{node.Path} at {target.CommitPath}: no plan");
            return;
        }

        var now = EffectiveValueReader.Read(plan.After.Find(node.Path)!, Settings.AllowSessionState).Value;
        Assert.True(now == wanted || plan.Warnings.Length > 0, $"{node.Path} at {target.CommitPath} is {now}");
        Assert.Equal(now == wanted, plan.Effects.Any(effect => effect.Node.Path.Equals(node.Path, StringComparison.OrdinalIgnoreCase)));

        var written = SourceText.Decode(edit.Encode(), edit.File, out _);
        Assert.Equal(edit.After, written!.Text);
        var clear = EditPlanner.Plan(
            plan.After,
            new(node.Path, Settings.AllowSessionState, EditAction.Clear, null, target.CommitPath),
            file => file == edit.File ? written : Read(file));
        var cleared = Assert.Single(clear.Plan!.Files);
        Assert.True(!IsNewTag(edit) || cleared.After == edit.Before, $"{node.Path} at {target.CommitPath}: clear leaves something");
    }

    private static bool IsNewTag(FileEdit edit) =>
        edit.Changes is [{ NewText: var text }] && text.TrimStart().StartsWith("<location", StringComparison.Ordinal);

    private static SourceText? Read(string file) => File.Exists(file) ? SourceText.Decode(File.ReadAllBytes(file), file, out _) : null;
}
