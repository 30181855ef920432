using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SessionState.Service.Audit.Segments;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Audit;

/// <summary>Opens the database and verifies its end. Where it does not fit, reading goes on and nothing is written.</summary>
internal sealed class AuditOpening(AuditDatabase database, AuditLog log, AuditOrigin origin)
{
    private const int VerifiedRecords = 1_000;

    /// <summary>Does <paramref name="next"/> with the end of the audit; where there is none to go on from, the audit is closed instead.</summary>
    public void Run(Action<AuditDbContext, AuditHead> next)
    {
        try
        {
            if (database.Open() is { } problem)
            {
                log.Close(problem);
                return;
            }

            using var context = database.CreateDbContext();
            origin.Keep(context.Records.AsNoTracking().OrderBy(row => row.Sequence).FirstOrDefault());
            if (Verify(context) is { } head)
            {
                next(context, head);
            }
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            log.Close($"The audit cannot be opened: {error.Message}");
        }
        catch (MissingRecordException missing)
        {
            log.Close($"{missing.Message} Nothing is changed until an administrator has looked into it.");
        }
    }

    // The end, where it fits.
    private AuditHead? Verify(AuditDbContext context)
    {
        var newestFirst = context.Records.AsNoTracking().OrderByDescending(row => row.Sequence).Take(VerifiedRecords + 1).ToList();
        newestFirst.Reverse();
        var isCut = newestFirst.Count > VerifiedRecords;
        var previous = isCut ? newestFirst[0] : Segment.Newest(context)?.LastRow();
        if (AuditChain.FirstBreak(newestFirst.Skip(isCut ? 1 : 0), previous) is { } sequence)
        {
            log.Close(
                $"Audit record {sequence} is not what was once written, or a record before it is missing. "
                + "Nothing is changed until an administrator has looked into it.");
            return null;
        }

        TreeCatchUp.Run(context, newestFirst.Count == 0 ? 0 : newestFirst[^1].Sequence);
        return AuditHead.Read(context);
    }
}
