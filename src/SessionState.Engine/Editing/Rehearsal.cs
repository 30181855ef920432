using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing;

/// <summary>What a plan does to those who depend on a section being locked or open.</summary>
/// <param name="StartFailing">Content that is legal now and will not be, so that IIS answers HTTP 500.19 from its node down.</param>
/// <param name="StopFailing">Content that is illegal now and will be legal or gone.</param>
/// <param name="GainOverride">Nodes, in the snapshot after the change, whose own web.config may hold the section from then on.</param>
/// <param name="LoseOverride">Nodes, in the snapshot after the change, whose own web.config may not hold the section any more.</param>
public sealed record Rehearsal(
    ImmutableArray<FailingSection> StartFailing,
    ImmutableArray<FailingSection> StopFailing,
    ImmutableArray<ConfigurationNode> GainOverride,
    ImmutableArray<ConfigurationNode> LoseOverride)
{
    /// <summary>The change touches nobody in this way.</summary>
    public static Rehearsal Nothing { get; } = new([], [], [], []);

    /// <summary>True where the change touches nobody in this way.</summary>
    public bool IsNothing => StartFailing.IsEmpty && StopFailing.IsEmpty && GainOverride.IsEmpty && LoseOverride.IsEmpty;
}
