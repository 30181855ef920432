using SessionState.Contracts;
using SessionState.Engine.Editing;

namespace SessionState.Service.Changes;

/// <summary>One target of a change, worked out.</summary>
/// <param name="Request">What was asked, with path, value and commit path in the spelling that is written.</param>
/// <param name="Wish">The same in the engine's terms.</param>
/// <param name="Plan">What it does by itself.</param>
internal sealed record PlannedTarget(ChangeTarget Request, ChangeWish Wish, ConfigurationPlan Plan)
{
    /// <summary>What the wish is about, before and after: the effective value (null where in error), or a lock's word.</summary>
    public required string? Before { get; init; }

    public required string? After { get; init; }

    /// <summary>What the place that is written says itself, before and after; null for nothing.</summary>
    public required string? Was { get; init; }

    public required string? Wrote { get; init; }

    public bool IsNothing => Plan.Files.IsEmpty;

    public string Summary => Wish.Summary(Request, ChangeSummary.PlaceOf(Request));
}
