using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Changes;

/// <summary>What became of changes, by the id their callers chose. It is read from the audit, so it survives restarts.</summary>
internal sealed class ChangeLedger(AuditReader audit)
{
    /// <summary>The change with this id; one without a digest where there is none.</summary>
    public ServiceResult<EarlierChange> Find(Guid changeId)
    {
        if (!audit.OfChange(changeId).Succeeded(out var records, out var problem))
        {
            return problem;
        }

        return records.FirstOrDefault(record => record.Type == AuditType.Intent)?.Do?.Request is { } digest
            ? new EarlierChange(digest, Answer(records.FirstOrDefault(record => record.Type is AuditType.Outcome or AuditType.Recovered)))
            : EarlierChange.None;
    }

    public static ChangeResult ToResult(AuditRecord outcome, long sequence) => new(
        outcome.Op!.Value, outcome.Res?.Revision ?? "", sequence, outcome.Res?.Summary ?? "", outcome.Res?.Effects ?? 0)
    {
        ConfirmBy = outcome.ConfirmBy,
        Until = outcome.Until,
    };

    private static ServiceResult<ChangeResult> Answer(AuditRecord? outcome) => outcome switch
    {
        null => ChangeProblems.OutcomePending,
        { Res.Code: AuditResult.Applied } => ToResult(outcome, outcome.Seq),
        _ => new Problem(
            outcome.Res?.Code ?? ProblemCodes.WriteFailed, "The change was not made", outcome.Res?.Detail ?? "It ended without a change.", 409)
        {
            Remedy = "Preview the change again, and apply that under a new id.",
        },
    };
}

/// <summary>A change that was asked for before.</summary>
/// <param name="RequestDigest">Of its request; null where there was none with this id.</param>
/// <param name="Answer">What it was answered, or would have been.</param>
internal sealed record EarlierChange(string? RequestDigest, ServiceResult<ChangeResult>? Answer)
{
    public static EarlierChange None { get; } = new(null, null);
}
