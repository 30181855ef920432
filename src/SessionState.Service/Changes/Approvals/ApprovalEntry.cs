using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Changes.Approvals;

/// <summary>A request for a second person, as the audit tells of it.</summary>
/// <param name="Info">What everybody who may know of it may know.</param>
/// <param name="Requester">Who asks.</param>
/// <param name="RequestDigest">Of the order: only just this one is made with the approval.</param>
/// <param name="PlanDigest">Of the preview: what would be written, onto what.</param>
/// <param name="Reach">The places that the change is felt at, as few as hold all of them.</param>
/// <param name="Settings">The settings and sections that it changes.</param>
/// <param name="ExpiresAfter">
/// When its time is over, as a timestamp of the clock: it goes on evenly when somebody sets the time of day.
/// </param>
internal sealed record ApprovalEntry(
    ApprovalInfo Info,
    AuditActor Requester,
    string RequestDigest,
    string PlanDigest,
    IReadOnlyList<string> Reach,
    IReadOnlyList<string> Settings,
    long ExpiresAfter)
{
    /// <summary>Who approved; null where nobody did.</summary>
    public AuditApprover? Approver { get; init; }

    /// <summary>The grants by which they did: when these end, so does the approval.</summary>
    public IReadOnlyList<Guid> ApproverGrants { get; init; } = [];
}
