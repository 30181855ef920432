using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing;

/// <summary>A change worked out as text, and what it does, before anything is written.</summary>
/// <param name="Edit">What was asked.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Files">The files to write; empty where there is nothing to do.</param>
/// <param name="After">The snapshot as it will be.</param>
/// <param name="Effects">Every node whose effective value changes.</param>
/// <param name="Warnings">What the person should know before applying, as sentences.</param>
public sealed record EditPlan(
    SettingEdit Edit,
    CommitTarget Target,
    ImmutableArray<FileEdit> Files,
    ServerConfiguration After,
    ImmutableArray<ValueChange> Effects,
    ImmutableArray<string> Warnings)
    : ConfigurationPlan(Target, Files, After, Warnings);
