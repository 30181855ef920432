using SessionState.Engine.Effective;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Hierarchy;

/// <summary>All that is said about one section for one node, and whether it is legal. Nodes for which nothing is said have none.</summary>
internal sealed class SectionState(SectionSchema schema)
{
    internal SectionSchema Schema { get; } = schema;

    /// <summary>What files say for this very node, the weakest first.</summary>
    internal NodeInput[] Inputs { get; private set; } = [];

    /// <summary>Why nodes of this node's application have no value from here down; null where they have one.</summary>
    internal Violation? Violation { get; set; }

    /// <summary>The same for nodes of other applications below, which inheritInChildApplications="false" may shield.</summary>
    internal Violation? InheritedViolation { get; set; }

    /// <summary>The node's state of another section; null for none.</summary>
    internal SectionState? Next { get; init; }

    internal void Add(NodeInput input) => Inputs = [.. Inputs, input];

    /// <summary>The violation that a node of an application inherits from here.</summary>
    /// <param name="target">The node this state is of.</param>
    /// <param name="application">The application of the node that asks.</param>
    internal Violation? ViolationFor(ConfigurationNode target, ConfigurationNode? application) =>
        ReferenceEquals(target.Application, application) ? Violation : InheritedViolation;
}
