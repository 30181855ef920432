using SessionState.Engine.Effective;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Hierarchy;

/// <summary>Decides for one node after another, from the top, whether what its files say is legal.</summary>
internal sealed class NodeResolver(ConfigurationFile applicationHost)
{
    private readonly InputChecker _inputs = new(applicationHost);
    private readonly WebConfigChecker _files = new(applicationHost);

    internal void Resolve(ConfigurationNode node)
    {
        if ((_files.Check(node) ?? node.Extras.BrokenTag) is { } refused)
        {
            foreach (var schema in SectionSchemas.All)
            {
                node.StateFor(schema);
            }

            Settle(node, new Violation(refused, node.Path, null, null));
        }
        else if (node.States is not null)
        {
            Settle(node, null);
        }
    }

    private void Settle(ConfigurationNode node, Violation? whole)
    {
        for (var state = node.States; state is not null; state = state.Next)
        {
            var above = Above(node, state.Schema.Name);
            var own = whole ?? First(node, state, false);

            // Nested applications see less of what is above them, so without a violation of our own there is none for them.
            var forOthers = whole ?? (own is null ? null : First(node, state, true));
            state.Violation = above?.State.ViolationFor(above.Value.Node, node.Application) ?? own;
            state.InheritedViolation = above?.State.InheritedViolation ?? forOthers;
        }
    }

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

    private Violation? First(ConfigurationNode node, SectionState state, bool fromOtherApplications)
    {
        for (var i = 0; i < state.Inputs.Length; i++)
        {
            if (_inputs.Check(node, state, i, fromOtherApplications) is { } violation)
            {
                return violation;
            }
        }

        return null;
    }
}
