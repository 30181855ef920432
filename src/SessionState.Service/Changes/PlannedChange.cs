using System.Collections.Immutable;
using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Joint;
using SessionState.Files;

namespace SessionState.Service.Changes;

/// <summary>A change, worked out on one snapshot and ready to be written.</summary>
/// <param name="Request">What was asked, with every target in the spelling that is written.</param>
/// <param name="Targets">What becomes of each target.</param>
/// <param name="Plan">What they do together.</param>
/// <param name="Commit">The bytes to write.</param>
/// <param name="Digest">Binds the plan and the bytes to what a person was shown.</param>
internal sealed record PlannedChange(
    ChangeRequest Request, ImmutableArray<PlannedTarget> Targets, JointPlan Plan, CommitRequest Commit, string Digest)
{
    /// <summary>The snapshot it was worked out on.</summary>
    public required ConfigurationSnapshot Snapshot { get; init; }

    public bool IsNothing => Plan.Files.IsEmpty;

    public string Summary { get; } = ChangeSummary.Of(Targets);

    /// <summary>Settings whose value changes, by node.</summary>
    public required ImmutableArray<SettingChange> Effects { get; init; }

    public Rehearsal Rehearsal { get; } = Rehearsals.Join(Targets.Select(target => target.Plan.Rehearsal));

    /// <summary>Paths of the nodes that look different after it.</summary>
    public IEnumerable<string> TouchedPaths() => Effects.Select(effect => effect.Node)
        .Concat(Rehearsal.GainOverride)
        .Concat(Rehearsal.LoseOverride)
        .Select(node => node.Path)
        .Distinct();
}
