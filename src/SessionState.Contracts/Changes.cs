using System.Text.Json.Serialization;

namespace SessionState.Contracts;

/// <summary>What to do with a setting, or with the locks of its section.</summary>
public enum ChangeAction
{
    /// <summary>Write an explicit value, also where it equals the inherited one.</summary>
    Set,

    /// <summary>Remove the explicit value, so that the node inherits again.</summary>
    Clear,

    /// <summary>Lock the section: files below the node may not contain it.</summary>
    Lock,

    /// <summary>Unlock the section: files below the node may contain it.</summary>
    Unlock,

    /// <summary>Take back what is said about the section at the node, so that the lock above holds again.</summary>
    InheritLock,

    /// <summary>Take out of a web.config what a lock forbids, so that the node works again.</summary>
    Repair,
}

/// <summary>One setting, or the lock of one section, that is to change at one node.</summary>
/// <param name="Path">The node.</param>
/// <param name="Setting">Full name of the setting; of the section (<c>system.webServer/asp</c>) for locks and repairs.</param>
/// <param name="Action">What to do.</param>
/// <param name="Value">The new value in canonical spelling; null for all but set.</param>
/// <param name="CommitPath">Which of the node's commit paths to write to; null for the best one.</param>
public sealed record ChangeTarget(string Path, string Setting, ChangeAction Action, string? Value, string? CommitPath);

/// <summary>A change that somebody wants: all of its targets or none.</summary>
/// <param name="Targets">What is to change, 1 to <see cref="MaxTargets"/>; no node and setting twice.</param>
/// <param name="Revision">The revision the person saw. Another one now: <c>stale</c>, where it makes a difference to this change.</param>
[method: JsonConstructor]
public sealed record ChangeRequest(IReadOnlyList<ChangeTarget> Targets, string Revision)
{
    /// <summary>How many targets one change may have.</summary>
    public const int MaxTargets = 1_000;

    /// <summary>A change of one target.</summary>
    public ChangeRequest(string path, string setting, ChangeAction action, string? value, string? commitPath, string revision)
        : this([new(path, setting, action, value, commitPath)], revision)
    {
    }

    /// <summary>The first target: the only one of most changes.</summary>
    [JsonIgnore]
    public ChangeTarget First => Targets[0];
}
