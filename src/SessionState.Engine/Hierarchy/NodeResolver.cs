using SessionState.Engine.Effective;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>Decides for one node after another, from the top, whether what its files say is legal.</summary>
internal sealed class NodeResolver(Registrations registrations)
{
    private readonly InputChecker _inputs = new(registrations);
    private readonly WebConfigChecker _files = new(registrations);

    internal void Resolve(ConfigurationNode node)
    {
        if ((_files.Check(node) ?? node.Extras.BrokenTag) is { } refused)
        {
            foreach (var schema in SectionSchemas.All)
            {
                node.StateFor(schema);
            }

            Settle(node, refused);
        }
        else if (node.States is not null)
        {
            Settle(node, null);
        }
    }

    private void Settle(ConfigurationNode node, Diagnostic? refused)
    {
        var whole = refused is null ? null : new Violation(refused, node.Path, null, null);
        for (var state = node.States; state is not null; state = state.Next)
        {
            var above = Above(node, state.Schema.Name);
            var own = whole ?? First(node, state, node.Framework, false);
            state.Violation = above?.State.ViolationFor(above.Value.Node, node.Application) ?? own;
            if (state.Schema.IsManaged && registrations.Frameworks.Levels.Length > 1)
            {
                var levels = registrations.Frameworks.Levels;
                state.SetForOthers([.. levels.Select(level => ForOthers(node, state, above?.State, whole, level.Index))]);
            }
            else
            {
                state.SetForOthers(above?.State.ViolationForOthers(node.Framework) ?? whole ?? Shielded(node, state, own));
            }
        }
    }

    private Violation? ForOthers(ConfigurationNode node, SectionState state, SectionState? above, Violation? whole, int framework) =>
        above?.ViolationForOthers(framework) ?? whole ?? First(node, state, framework, true);

    // Nested applications see less of what is above them, so without a violation of our own there is none for them.
    private Violation? Shielded(ConfigurationNode node, SectionState state, Violation? own) =>
        own is null ? null : First(node, state, node.Framework, true);

    private static (ConfigurationNode Node, SectionState State)? Above(ConfigurationNode node, string section)
    {
        for (var above = node.Parent; above is not null; above = above.Parent)
        {
            if (above.State(section) is { } state)
            {
                return (above, state);
            }
        }

        return null;
    }

    private Violation? First(ConfigurationNode node, SectionState state, int framework, bool fromOtherApplications)
    {
        if (node.Depth == 0 && state.Schema.IsManaged && registrations.Frameworks.Levels[framework].Broken is { } broken)
        {
            return new Violation(broken, "", null, null);
        }

        for (var i = 0; i < state.Inputs.Length; i++)
        {
            if (_inputs.Check(node, state, i, framework, fromOtherApplications) is { } violation)
            {
                return violation;
            }
        }

        return null;
    }
}
