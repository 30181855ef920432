using System.Collections.Immutable;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing.Repairs;

/// <summary>A repair worked out as text, and what it does, before anything is written. Undo restores <see cref="FileEdit.Before"/>.</summary>
/// <param name="Edit">What was asked.</param>
/// <param name="Violation">What is repaired; null where nothing is wrong.</param>
/// <param name="Target">Where it is.</param>
/// <param name="Removed">What goes, as phrases: "the section &lt;asp&gt;", "the attribute max of &lt;session&gt;".</param>
/// <param name="Files">The file to write; empty where there is nothing to do.</param>
/// <param name="After">The snapshot as it will be.</param>
/// <param name="Effects">Every setting of the section that gets another value at a node, mostly from none to one.</param>
/// <param name="Warnings">What the person should know before applying, as sentences.</param>
/// <param name="Instead">The unlock that would make the content legal where it is; null where no section lock forbids it.</param>
public sealed record RepairPlan(
    RepairEdit Edit,
    Violation? Violation,
    CommitTarget Target,
    ImmutableArray<string> Removed,
    ImmutableArray<FileEdit> Files,
    ServerConfiguration After,
    ImmutableArray<SettingChange> Effects,
    ImmutableArray<string> Warnings,
    LockEdit? Instead)
    : ConfigurationPlan(Target, Files, After, Warnings);
