using System.Collections.Immutable;
using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Files;

namespace SessionState.Service.Changes;

/// <summary>A change, worked out on one snapshot and ready to be written.</summary>
/// <param name="Request">What was asked, with path, value and commit path in the spelling that is written.</param>
/// <param name="Wish">The same in the engine's terms.</param>
/// <param name="Plan">What it does.</param>
/// <param name="Commit">The bytes to write.</param>
/// <param name="Digest">Binds the plan and the bytes to what a person was shown.</param>
internal sealed record PlannedChange(ChangeRequest Request, ChangeWish Wish, ConfigurationPlan Plan, CommitRequest Commit, string Digest)
{
    /// <summary>The snapshot it was worked out on.</summary>
    public required ConfigurationSnapshot Snapshot { get; init; }

    public string Summary => Wish.Summary(Request);

    /// <summary>What the wish is about, before and after: the effective value (null where in error), or a lock's word.</summary>
    public required string? Before { get; init; }

    public required string? After { get; init; }

    /// <summary>Nodes whose value changes.</summary>
    public ImmutableArray<ValueChange> Effects { get; } = Wish.Effects(Plan);

    /// <summary>Paths of the nodes that look different after it.</summary>
    public IEnumerable<string> TouchedPaths() => Effects.Select(effect => effect.Node)
        .Concat(Plan.Rehearsal.GainOverride)
        .Concat(Plan.Rehearsal.LoseOverride)
        .Select(node => node.Path)
        .Distinct();
}
