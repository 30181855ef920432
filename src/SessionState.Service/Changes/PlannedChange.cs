using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Files;

namespace SessionState.Service.Changes;

/// <summary>A change, worked out on one snapshot and ready to be written.</summary>
/// <param name="Request">What was asked, with path, value and commit path in the spelling that is written.</param>
/// <param name="Plan">What it does.</param>
/// <param name="Commit">The bytes to write.</param>
/// <param name="Digest">Binds the two to what a person was shown.</param>
internal sealed record PlannedChange(ChangeRequest Request, EditPlan Plan, CommitRequest Commit, string Digest)
{
    /// <summary>The snapshot it was worked out on.</summary>
    public required ConfigurationSnapshot Snapshot { get; init; }

    public string Summary => ChangeSummary.Of(Request, Plan.Edit.Setting);

    /// <summary>The effective value of the node itself, before and after; null where in error.</summary>
    public required string? Before { get; init; }

    public required string? After { get; init; }
}
