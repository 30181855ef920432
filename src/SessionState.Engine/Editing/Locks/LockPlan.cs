using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing.Locks;

/// <summary>A lock worked out as text, and what it does, before anything is written.</summary>
/// <param name="Edit">What was asked.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Files">The files to write; empty where there is nothing to do.</param>
/// <param name="After">The snapshot as it will be.</param>
/// <param name="Effects">Every setting of the section that gets or loses its value at a node, because the node stops or starts failing.</param>
/// <param name="Warnings">What the person should know before applying, as sentences.</param>
/// <param name="Undo">
/// The lock edit that takes this one back by meaning. Where nothing else changed, the bytes before (<see cref="FileEdit.Before"/>) do.
/// </param>
public sealed record LockPlan(
    LockEdit Edit,
    CommitTarget Target,
    ImmutableArray<FileEdit> Files,
    ServerConfiguration After,
    ImmutableArray<SettingChange> Effects,
    ImmutableArray<string> Warnings,
    LockEdit Undo)
    : ConfigurationPlan(Target, Files, After, Warnings);
