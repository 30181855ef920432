using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing;

/// <summary>A place where a change could be written, with what decides whether it is a good one.</summary>
/// <param name="Target">The place.</param>
/// <param name="Level">The node whose file it is. Of two files that speak for one node, the deeper one wins.</param>
/// <param name="Holds">Whether it sets the value for the node now.</param>
/// <param name="Refusal">Why nothing may be written there; null where it may.</param>
internal sealed record TargetCandidate(CommitTarget Target, ConfigurationNode Level, bool Holds, EditRefusal? Refusal)
{
    /// <summary>Whether the file exists in the snapshot.</summary>
    public bool Exists => Level.Path.Length == 0 || Level.WebConfig is not null;
}
