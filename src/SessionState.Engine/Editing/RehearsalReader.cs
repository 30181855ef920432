using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;

namespace SessionState.Engine.Editing;

/// <summary>Compares two snapshots: which content of a section becomes legal or illegal, and whose web.config may hold it.</summary>
internal sealed class RehearsalReader(ServerConfiguration before, ServerConfiguration after, string section)
{
    /// <summary>What the edit of that file, for that node, does.</summary>
    public Rehearsal Read(string path, string file)
    {
        var then = AffectedNodes.Of(after, path, file).ToList();
        var failedBefore = Failing(before, AffectedNodes.Of(before, path, file));
        var failsAfter = Failing(after, then);
        return new(
            [.. failsAfter.ExceptBy(failedBefore.Select(Key), Key)],
            [.. failedBefore.ExceptBy(failsAfter.Select(Key), Key)],
            [.. then.Where(node => IsChanged(node, false))],
            [.. then.Where(node => IsChanged(node, true))]);
    }

    private List<FailingSection> Failing(ServerConfiguration server, IEnumerable<ConfigurationNode> nodes)
    {
        var checker = new InputChecker(server.Level.Extras.Registrations!);
        var found = new List<FailingSection>();
        foreach (var node in nodes)
        {
            var state = node.State(section);
            for (var i = 0; i < state?.Inputs.Length; i++)
            {
                if (checker.Check(node, state, i, node.Runs, false) is { Diagnostic: var why } violation)
                {
                    var file = why.File ?? state.Inputs[i].File.Path;
                    found.Add(new(section, file, why.Line, node.Path, why.Code, why.Message, violation.LockFile, violation.LockLine));
                }
            }
        }

        return found;
    }

    // Content that fails for another reason than before fails all the same.
    private static (string, string) Key(FailingSection failing) => (failing.File, failing.ConfigurationPath.ToUpperInvariant());

    // A node that is not mapped or whose web.config does not count has no right to gain or lose.
    private bool IsChanged(ConfigurationNode node, bool isLocked) =>
        node is { WebConfigPath: not null, WebConfigCounts: true }
        && LockReader.IsLocked(node, section) == isLocked
        && before.Find(node.Path) is { } old
        && LockReader.IsLocked(old, section) != isLocked;
}
