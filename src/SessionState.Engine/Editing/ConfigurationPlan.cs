using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing;

/// <summary>Any change of the configuration worked out as text, before anything is written.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Files">The files to write; empty where there is nothing to do.</param>
/// <param name="After">The snapshot as it will be.</param>
/// <param name="Warnings">What the person should know before applying, as sentences.</param>
public abstract record ConfigurationPlan(
    CommitTarget Target, ImmutableArray<FileEdit> Files, ServerConfiguration After, ImmutableArray<string> Warnings)
{
    /// <summary>Which files start or stop failing, and who gains or loses the right to override.</summary>
    public Rehearsal Rehearsal { get; init; } = Rehearsal.Nothing;
}
