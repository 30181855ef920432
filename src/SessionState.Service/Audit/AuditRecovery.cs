using SessionState.Contracts;
using SessionState.Files;

namespace SessionState.Service.Audit;

/// <summary>
/// Settles an intent without an outcome: the Service died between announcing a change and recording how it ended. The files tell:
/// they are as planned, as before, or neither.
/// </summary>
internal sealed partial class AuditRecovery(AuditLog log, ConfigurationSet files, ILogger<AuditRecovery> logger)
{
    public void Settle(AuditRow intent)
    {
        if (AuditJson.Read(intent.Json) is not { Files: { } planned } record)
        {
            return;
        }

        var result = Judge(planned);
        LogSettled(logger, intent.Sequence, result.Code);
        var ending = record with
        {
            Type = AuditType.Recovered,
            Ref = intent.Sequence,
            Via = AuditVia.Service,
            Files = [.. planned.Select(file => file with { Post = HashOf(file) })],
            Res = result with { Summary = record.Res?.Summary, Effects = record.Res?.Effects, Revision = files.Current.Revision },
        };
        log.AppendOrKeep(AuditRecords.ByTarget(
            ending, (target, _) => result.Code == AuditResult.Applied ? target : target with { After = null }));
    }

    private AuditResult Judge(IReadOnlyList<AuditFile> planned)
    {
        if (planned.All(file => HashOf(file) == file.Post))
        {
            return new(AuditResult.Applied, "The service stopped before it could record the outcome; the files show that the change was made.");
        }

        return planned.All(file => HashOf(file) == file.Pre)
            ? new(AuditResult.NotApplied, "The service stopped before the change was made; the files are as they were.")
            : new(AuditResult.Diverged, "The service stopped during the change, and the files are neither as before nor as planned. Look at them.");
    }

    private string? HashOf(AuditFile file) => files.HashOnDisk(file.Path);

    [LoggerMessage(LogLevel.Warning, "Audit record {Intent} had no outcome; it is recorded now: {Code}")]
    private static partial void LogSettled(ILogger logger, long intent, string code);
}
