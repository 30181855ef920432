using SessionState.Engine.Effective;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Hierarchy;

/// <summary>All that is said about one section for one node, and whether it is legal. Nodes for which nothing is said have none.</summary>
internal sealed class SectionState(SectionSchema schema)
{
    private Violation?[] _forOthers = [];

    internal SectionSchema Schema { get; } = schema;

    /// <summary>What files say for this very node, the weakest first.</summary>
    internal NodeInput[] Inputs { get; private set; } = [];

    /// <summary>Why nodes of this node's application have no value from here down; null where they have one.</summary>
    internal Violation? Violation { get; set; }

    /// <summary>The node's state of another section; null for none.</summary>
    internal SectionState? Next { get; init; }

    internal void Add(NodeInput input) => Inputs = [.. Inputs, input];

    /// <summary>The violation that a node of an application inherits from here.</summary>
    /// <param name="target">The node this state is of.</param>
    /// <param name="application">The application of the node that asks.</param>
    internal Violation? ViolationFor(ConfigurationNode target, ConfigurationNode? application) =>
        ReferenceEquals(target.Application, application) ? Violation : ViolationForOthers((application ?? target).Framework);

    /// <summary>
    /// Why nodes of other applications below have no value, which inheritInChildApplications="false" may shield.
    /// </summary>
    /// <param name="framework">The .NET Framework that such an application runs.</param>
    internal Violation? ViolationForOthers(int framework) => _forOthers.Length switch
    {
        0 => null,
        1 => _forOthers[0],
        _ => _forOthers[framework],
    };

    /// <summary>Takes the violation of other applications, whatever Framework they run.</summary>
    internal void SetForOthers(Violation? violation) => _forOthers = violation is null ? [] : [violation];

    /// <summary>Takes the violations of other applications: one for each Framework.</summary>
    internal void SetForOthers(Violation?[] violations) =>
        _forOthers = Array.TrueForAll(violations, violation => violation is null) ? [] : violations;
}
