using System.Diagnostics;
using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;
using SessionState.Service.Events;
using SessionState.Service.Security;

namespace SessionState.Service.Changes;

/// <summary>
/// How one change is made: authorise, lock, plan again, compare with what was shown, announce it in the audit, write, verify, record the
/// outcome, tell everyone. What cannot be announced is not done; a refusal is recorded, too.
/// </summary>
internal sealed partial class ChangePipeline(
    WriterQueue queue,
    ChangeLedger ledger,
    ChangePlanner planner,
    ConfigurationSet files,
    AuditLog audit,
    AuditDenials denials,
    AuditRecovery recovery,
    ServerEvents events,
    ILogger<ChangePipeline> log)
{
    public async Task<ServiceResult<ChangeResult>> ApplyAsync(Caller caller, ApplyChangeRequest request, CancellationToken cancellationToken)
    {
        using var turn = await queue.EnterAsync(cancellationToken);

        // From here on a caller who hangs up does not change what is done.
        return turn is null
            ? Deny(caller, request, ChangeProblems.TooManyWriters)
            : await Task.Run(() => Apply(caller, request), CancellationToken.None);
    }

    private ServiceResult<ChangeResult> Apply(Caller caller, ApplyChangeRequest request)
    {
        if ((ChangePolicy.Refuse(caller, request.Change) ?? ChangeRules.Check(request)) is { } refusal)
        {
            return Deny(caller, request, refusal);
        }

        var requestDigest = PlanDigest.Of(caller.User!, request);
        if (!ledger.Find(request.ChangeId).Succeeded(out var earlier, out var unreadable))
        {
            return unreadable;
        }

        if (earlier.RequestDigest is { } digest)
        {
            return digest == requestDigest ? earlier.Answer! : Deny(caller, request, ChangeProblems.IdTaken);
        }

        using var held = files.TryLock();
        if (held is null)
        {
            return Deny(caller, request, ChangeProblems.LockTaken);
        }

        files.Refresh();
        if (!planner.Plan(request.Change).Succeeded(out var change, out var problem))
        {
            return Deny(caller, request, problem);
        }

        if (ChangeRules.CompareWithPreview(request, change) is { } different)
        {
            return Deny(caller, request, different);
        }

        var announcement = AuditRecords.Intent(caller, request, change, requestDigest);
        return audit.TryAppend(announcement) is { } intent
            ? Carry(change, announcement with { Ref = intent.Sequence }, intent, held)
            : ChangeProblems.AuditUnavailable(audit.ReadOnlyReason);
    }

    private ServiceResult<ChangeResult> Carry(PlannedChange change, AuditRecord announced, AuditRow intent, ChangeLock held)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var committed = files.Commit(change.Commit, held);
            var failure = committed.IsCommitted ? Verify(change) : ChangeProblems.Of(committed);
            var outcome = AuditRecords.Outcome(announced, change, failure, files.Current, Stopwatch.GetElapsedTime(started));
            var row = audit.AppendOrKeep(outcome);
            Tell(change, announced, committed.IsCommitted);
            LogOutcome(log, outcome.Op, change.Summary, outcome.Res!.Code);
            if ((failure ?? ChangeProblems.Pending(row)) is { } problem)
            {
                return problem;
            }

            return ChangeLedger.ToResult(outcome, row!.Sequence);
        }
        catch
        {
            // A fault of ours in the middle of a change: the files tell how far it came.
            if (audit.OpenIntent == intent.Sequence)
            {
                recovery.Settle(intent);
            }

            throw;
        }
    }

    /// <summary>What is on the disk is what was planned, and means what was wanted.</summary>
    private Problem? Verify(PlannedChange change)
    {
        foreach (var file in change.Commit.Files)
        {
            if (files.ReadContent(file.File)?.Hash != AuditRecords.HashOf(file))
            {
                return ChangeProblems.Overwritten(file.File);
            }
        }

        var value = change.Wish.StateIn(files.Current.Server, change.Plan);
        return value == change.After ? null : ChangeProblems.OtherValue(change, value);
    }

    private void Tell(PlannedChange change, AuditRecord announced, bool committed)
    {
        if (!committed)
        {
            events.PublishAudit();
            return;
        }

        var effects = change.TouchedPaths().ToList();
        var sites = change.Request.Path.Length == 0 ? null : SitesOf([change.Request.Path, .. effects]);
        events.PublishChange(files.Current.Revision, sites, effects, announced.Actor.Name, external: false);
    }

    private static HashSet<string> SitesOf(IEnumerable<string> paths) =>
        paths.Select(path => path.Split('/', 2)[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private Problem Deny(Caller caller, ApplyChangeRequest request, Problem refusal)
    {
        LogRefused(log, request.ChangeId, refusal.Code);
        denials.Record(AuditRecords.Denied(caller, request, refusal));
        events.PublishAudit();
        return refusal;
    }

    [LoggerMessage(LogLevel.Information, "Change {Id}: {Summary}: {Code}")]
    private static partial void LogOutcome(ILogger logger, Guid? id, string summary, string code);

    [LoggerMessage(LogLevel.Information, "Change {Id} refused: {Code}")]
    private static partial void LogRefused(ILogger logger, Guid id, string code);
}
