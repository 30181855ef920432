using System.Diagnostics;
using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;
using SessionState.Service.Changes.Approvals;
using SessionState.Service.Changes.Pending;
using SessionState.Service.Changes.Undo;
using SessionState.Service.Events;
using SessionState.Service.Security;

namespace SessionState.Service.Changes;

/// <summary>
/// How one change is made: authorise, lock, plan again, compare with what was shown, ask for its second person, announce it in the audit, write, verify, record the
/// outcome, tell everyone. What cannot be announced is not done; a refusal is recorded, too.
/// </summary>
internal sealed partial class ChangePipeline(
    WriterQueue queue,
    ChangeLedger ledger,
    ChangeExamination examination,
    ChangeUndo undo,
    ChangeRules rules,
    ChangePolicy policy,
    ChangeSight sight,
    ConfirmRule confirm,
    ApprovalGate approvals,
    ConfigurationSet files,
    AuditLog audit,
    AuditDenials denials,
    AuditRecovery recovery,
    ServerEvents events,
    ILogger<ChangePipeline> log)
{
    public Task<ServiceResult<ChangeResult>> ApplyAsync(Caller caller, ApplyChangeRequest request, CancellationToken cancellationToken) =>
        RunAsync(caller, ChangeOrder.Of(request), cancellationToken);

    public async Task<ServiceResult<ChangeResult>> UndoAsync(
        Caller caller, Guid changeId, UndoChangeRequest request, CancellationToken cancellationToken) =>
        (sight.Refuse(caller, changeId) is { } hidden ? hidden : undo.Find(changeId)).Succeeded(out var undone, out var problem)
            ? await RunAsync(caller, ChangeOrder.Of(undone, request), cancellationToken)
            : Deny(AuditRecords.Denied(caller, problem) with { Undoes = changeId }, problem);

    public async Task<ServiceResult<ChangeResult>> RunAsync(Caller caller, ChangeOrder order, CancellationToken cancellationToken)
    {
        using var turn = await queue.EnterAsync(cancellationToken);

        // From here on a caller who hangs up does not change what is done.
        return turn is null
            ? Deny(caller, order, ChangeProblems.TooManyWriters)
            : await Task.Run(() => Run(caller, order), CancellationToken.None);
    }

    private ServiceResult<ChangeResult> Run(Caller caller, ChangeOrder order)
    {
        if ((rules.Check(order) ?? policy.Refuse(caller, order)) is { } refusal)
        {
            return Deny(caller, order, refusal);
        }

        var requestDigest = PlanDigest.Of(caller.Actor, order);
        if (!ledger.Find(order.ChangeId).Succeeded(out var earlier, out var unreadable))
        {
            return unreadable;
        }

        if (earlier.RequestDigest is { } digest)
        {
            return digest == requestDigest ? earlier.Answer! : Deny(caller, order, ChangeProblems.IdTaken);
        }

        if (approvals.IsTaken(order, requestDigest))
        {
            return Deny(caller, order, ChangeProblems.IdTaken);
        }

        using var held = files.TryLock();
        if (held is null)
        {
            return Deny(caller, order, ChangeProblems.LockTaken);
        }

        if (!examination.Examine(caller, order).Succeeded(out var change, out var problem))
        {
            approvals.Void(order, requestDigest, problem);
            return Deny(caller, order, problem);
        }

        if (!approvals.Clear(caller, order, change, requestDigest).Succeeded(out var right, out var notCleared))
        {
            return Deny(caller, order, notCleared);
        }

        var announcement = AuditRecords.Intent(caller, order, change, requestDigest, right, confirm.DeadlineOf(caller, order));
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
            var outcomes = AuditRecords.Outcomes(announced, change, failure, files.Current, Stopwatch.GetElapsedTime(started));
            var row = audit.AppendOrKeep(outcomes);
            if (committed is { IsCommitted: true, Message.Length: > 0 })
            {
                LogCommitWarning(log, announced.Op, committed.Message);
            }

            Tell(change, announced, committed.IsCommitted);
            LogOutcome(log, announced.Op, change.Summary, outcomes[0].Res!.Code);
            if ((failure ?? ChangeProblems.Pending(row)) is { } problem)
            {
                return problem;
            }

            return ChangeLedger.ToResult(outcomes[0], row!.Sequence);
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
            if (files.HashOnDisk(file.File) != file.NewBytesHash)
            {
                return ChangeProblems.Overwritten(file.File);
            }
        }

        var server = files.Current.Server;
        return change.Targets.Select(target => (target, Value: target.Wish.StateIn(server, target.Plan))).FirstOrDefault(now => now.Value != now.target.After)
            is { target: { } other } found
            ? ChangeProblems.OtherValue(other, found.Value)
            : null;
    }

    private void Tell(PlannedChange change, AuditRecord announced, bool committed)
    {
        if (!committed)
        {
            events.PublishAudit();
            return;
        }

        var effects = change.TouchedPaths().ToList();
        var paths = change.Request.Targets.Select(target => target.Path).ToList();
        var sites = paths.Contains("") ? null : SitesOf(paths.Concat(effects));
        events.PublishChange(files.Current.Revision, sites, effects, announced.Actor.DisplayName, external: false);
    }

    private static HashSet<string> SitesOf(IEnumerable<string> paths) =>
        paths.Select(path => path.Split('/', 2)[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private Problem Deny(Caller caller, ChangeOrder order, Problem refusal) =>
        Deny(AuditRecords.Denied(caller, order, refusal), refusal);

    private Problem Deny(AuditRecord denied, Problem refusal)
    {
        LogRefused(log, denied.Op, refusal.Code);
        denials.Record(denied);
        events.PublishAudit();
        return refusal;
    }

    [LoggerMessage(LogLevel.Information, "Change {Id}: {Summary}: {Code}")]
    private static partial void LogOutcome(ILogger logger, Guid? id, string summary, string code);

    [LoggerMessage(LogLevel.Warning, "Change {Id} was made, but: {Message}")]
    private static partial void LogCommitWarning(ILogger logger, Guid? id, string message);

    [LoggerMessage(LogLevel.Information, "Change {Id} refused: {Code}")]
    private static partial void LogRefused(ILogger logger, Guid? id, string code);
}
