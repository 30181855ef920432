using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>Where a setting of a node could be written.</summary>
public static class CommitTargets
{
    /// <summary>Every place, the best first; refused ones last, and they say why.</summary>
    public static ImmutableArray<CommitTarget> Read(ServerConfiguration server, ConfigurationNode node, Setting setting) =>
        [.. new TargetCandidates(server, node, setting).Read().Select(candidate => candidate.Target)];
}
