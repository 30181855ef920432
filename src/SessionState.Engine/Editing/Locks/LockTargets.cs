using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;

namespace SessionState.Engine.Editing.Locks;

/// <summary>Where a section could be locked or unlocked for a node.</summary>
public static class LockTargets
{
    /// <summary>Every place, the best first; refused ones last, and they say why.</summary>
    /// <param name="server">The snapshot.</param>
    /// <param name="node">The node.</param>
    /// <param name="section">Full name of the section.</param>
    /// <param name="mode">What is to be said there.</param>
    public static ImmutableArray<CommitTarget> Read(ServerConfiguration server, ConfigurationNode node, string section, OverrideMode mode) =>
        [.. new LockCandidates(server, node, section, mode).Read().Select(candidate => candidate.Target)];
}
