using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Effective;

/// <summary>Why a setting has its value at a node: every level that could set it, weakest first.</summary>
public static class LadderReader
{
    /// <summary>From "Schema default" down to the node's own web.config, existing or not.</summary>
    public static ImmutableArray<LadderStep> Read(ConfigurationNode node, Setting setting) => throw new NotImplementedException();
}
