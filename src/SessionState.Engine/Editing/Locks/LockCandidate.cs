using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing.Locks;

/// <summary>A file that could say whether a section is locked for a node.</summary>
/// <param name="Target">The place.</param>
/// <param name="Level">The node whose file it is.</param>
/// <param name="Refusal">Why it may not say this; null where it may.</param>
internal sealed record LockCandidate(CommitTarget Target, ConfigurationNode Level, EditRefusal? Refusal)
{
    /// <summary>Whether the file is one for the whole server.</summary>
    public bool IsServer => Level.Path.Length == 0;

    /// <summary>Whether the file exists in the snapshot.</summary>
    public bool Exists => IsServer || Level.WebConfig is not null;
}
