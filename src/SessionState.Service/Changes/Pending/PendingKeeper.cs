using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Changes.Undo;
using SessionState.Service.Events;
using SessionState.Service.Security;

namespace SessionState.Service.Changes.Pending;

/// <summary>
/// Takes changes back when nobody confirmed them in time, or when their time is over. Where somebody changed the same since, theirs
/// stays, and the audit says so.
/// </summary>
internal sealed partial class PendingKeeper(
    PendingLedger ledger, ChangeUndo undo, ChangePipeline pipeline, AuditLog audit, ServerEvents events, TimeProvider time, ILogger<PendingKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // What no waiting mends: the value, the node or the record is not there any more.
    private static readonly string[] Final = [ProblemCodes.ChangedSince, ProblemCodes.NotFound, ProblemCodes.Invalid];

    /// <summary>Takes back what is due now. Called every second.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in ledger.Due())
        {
            var id = entry.Change.ChangeId;
            if ((await TakeBackAsync(entry, cancellationToken)).Succeeded(out _, out var problem))
            {
                LogTakenBack(log, id);
            }
            else if (Final.Contains(problem.Code))
            {
                audit.AppendOrKeep(AuditRecords.Lapsed(entry.Change, problem));
                events.PublishAudit();
                LogLapsed(log, id, problem.Detail);
            }
            else
            {
                ledger.Fail(id, problem.Detail);
                LogFailed(log, id, problem.Detail);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RunAsync(stoppingToken);
        }
    }

    private async Task<ServiceResult<ChangeResult>> TakeBackAsync(PendingEntry entry, CancellationToken cancellationToken)
    {
        if (!undo.Find(entry.Change.ChangeId).Succeeded(out var undone, out var problem))
        {
            return problem;
        }

        var reason = entry.ConfirmBefore is null ? "Its time is over." : "Nobody confirmed it in time.";
        var order = new ChangeOrder(Guid.CreateVersion7(), undone.ToRequest(), null, reason, null) { Undone = undone };
        return await pipeline.RunAsync(Caller.Service, order, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Change {Id} was taken back by itself")]
    private static partial void LogTakenBack(ILogger logger, Guid id);

    [LoggerMessage(LogLevel.Warning, "Change {Id} was to be taken back by itself and was left: {Why}")]
    private static partial void LogLapsed(ILogger logger, Guid id, string why);

    [LoggerMessage(LogLevel.Warning, "Change {Id} could not be taken back yet: {Why}")]
    private static partial void LogFailed(ILogger logger, Guid id, string why);
}
