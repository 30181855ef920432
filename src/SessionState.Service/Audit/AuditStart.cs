using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;

namespace SessionState.Service.Audit;

/// <summary>
/// Opens the audit when the Service starts: verifies its end, loads what is kept in memory, and settles an intent that a crash
/// left without an outcome. Where the end does not fit, reading goes on and nothing is written.
/// </summary>
internal sealed class AuditStart(AuditDatabase database, AuditLog log, LastChanges lastChanges, AuditRecovery recovery)
{
    private const int VerifiedRecords = 1_000;

    public void Run()
    {
        try
        {
            database.Open();
            using var context = database.CreateDbContext();
            if (!Verify(context))
            {
                return;
            }

            lastChanges.Load(context);
            var openIntent = FindOpenIntent(context);
            log.Open(AuditHead.Read(context), openIntent?.Sequence);
            log.AppendOrKeep(new() { Type = AuditType.Start, Actor = AuditActor.Service, Via = AuditVia.Service });
            if (openIntent is not null)
            {
                recovery.Settle(openIntent);
            }
        }
        catch (SqliteException error)
        {
            log.Close($"The audit database cannot be opened: {error.Message}");
        }
    }

    private bool Verify(AuditDbContext context)
    {
        var newestFirst = context.Records.AsNoTracking().OrderByDescending(row => row.Sequence).Take(VerifiedRecords + 1).ToList();
        newestFirst.Reverse();
        var previous = newestFirst.Count > VerifiedRecords ? newestFirst[0] : null;
        var firstBreak = AuditChain.FirstBreak(newestFirst.Skip(previous is null ? 0 : 1), previous);
        if (firstBreak is { } sequence)
        {
            log.Close(
                $"Audit record {sequence} is not what was once written, or a record before it is missing. "
                + "Nothing is changed until an administrator has looked into it.");
        }

        return firstBreak is null;
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
