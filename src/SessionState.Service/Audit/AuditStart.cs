using SessionState.Contracts;
using SessionState.Service.Audit.Checkpoints;

namespace SessionState.Service.Audit;

/// <summary>
/// Opens the audit when the Service starts: its end must fit, and be what was signed; then loads what is kept in memory, and settles an
/// intent that a crash left without an outcome.
/// </summary>
internal sealed class AuditStart(
    AuditOpening opening, AuditLog log, AuditCheckpoints checkpoints, IEnumerable<IAuditFollower> followers, AuditRecovery recovery)
{
    public void Run() => opening.Run(Open);

    private void Open(AuditDbContext context, AuditHead head)
    {
        foreach (var follower in followers)
        {
            follower.Load(context);
        }

        if (checkpoints.Open(context, head) is { } problem)
        {
            log.Close(problem);
            return;
        }

        var openIntent = FindOpenIntent(context);
        log.Open(head, openIntent?.Sequence);
        log.AppendOrKeep(new AuditRecord { Type = AuditType.Start, Actor = AuditActor.Service, Via = AuditVia.Service });
        if (openIntent is not null)
        {
            recovery.Settle(openIntent);
        }
    }

    // One writer at a time, and no new intent before the last one has its outcome: only the newest can be open.
    private static AuditRow? FindOpenIntent(AuditDbContext context)
    {
        var newest = context.Records.Where(row => row.Type == AuditType.Intent).OrderByDescending(row => row.Sequence).FirstOrDefault();
        return newest is not null && !context.Records.Any(row => row.Sequence > newest.Sequence && row.Reference == newest.Sequence)
            ? newest
            : null;
    }
}
