using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.Tree;
using SessionState.Service.Changes.Approvals;
using SessionState.Service.Changes.Pending;

namespace SessionState.Service.Audit.Segments;

/// <summary>
/// Moves old records to archive files: writes a file that proves itself, records that it was written, and only then drops the records
/// and keeps their hashes. Nothing else ever deletes a record.
/// </summary>
internal sealed class AuditArchiver(AuditDatabase database, AuditLog log, AuditCheckpoints checkpoints, AuditRetention retention, TimeProvider time)
{
    /// <summary>An archive is written in one piece, and dropping its records must not keep a change waiting.</summary>
    public const int MaxRecords = 10_000;

    private readonly ArchiveFiles _files = new(retention.ArchiveFolder);

    /// <summary>For tests: told of each step that is done.</summary>
    public Action<ArchiveStep> Reached { get; init; } = _ => { };

    /// <summary>Moves what is due.</summary>
    /// <param name="now">Do not wait until an archive is worth its file.</param>
    /// <returns>The names of the archive files.</returns>
    public ServiceResult<IReadOnlyList<string>> Run(bool now = false)
    {
        try
        {
            var files = new List<string>();
            while (true)
            {
                using var context = database.CreateDbContext();
                var problem = Unfinished(context) is { } announced ? null : Announce(context, now, out announced);
                if (problem is not null || announced is null)
                {
                    return problem is null ? files : problem;
                }

                Drop(context, announced);
                files.Add(announced.File);
                Reached(ArchiveStep.Dropped);
            }
        }
        catch (Exception error) when (error is DbException or DbUpdateException or IOException or UnauthorizedAccessException or MissingRecordException)
        {
            return Refused((error.InnerException ?? error).Message);
        }
    }

    // A segment that was recorded, whose records are still here because the process died. Where its file is not as it was, they stay.
    private Segment? Unfinished(AuditDbContext context)
    {
        var newest = context.Records.AsNoTracking()
            .Where(row => row.Type == AuditType.Segment)
            .OrderByDescending(row => row.Sequence)
            .FirstOrDefault();
        var first = (Segment.Newest(context)?.Last ?? 0) + 1;
        return newest is not null && AuditJson.Read(newest.Json)?.Segment is { } stated && stated.First == first && _files.Hash(stated.Archive) == stated.Sha256
            ? Segment.Of(stated, newest.Sequence)
            : null;
    }

    private Problem? Announce(AuditDbContext context, bool now, out Segment? announced)
    {
        announced = null;
        var first = (Segment.Newest(context)?.Last ?? 0) + 1;
        if (LastDue(context, first, Math.Min(Math.Min(log.HeadSequence, (log.OpenIntent ?? long.MaxValue) - 1), FirstWaiting(context) - 1), now) is not { } last)
        {
            return null;
        }

        if (!checkpoints.Sign().Succeeded(out var checkpoint, out var problem))
        {
            return problem;
        }

        var name = ArchiveFiles.Name(first);
        if (!_files.Write(name, ArchiveFiles.Content(context, checkpoint, checkpoints.PublicKey?.Verifier, first, last)).Succeeded(out var hash, out problem))
        {
            return problem;
        }

        Reached(ArchiveStep.Written);
        var stated = new AuditSegment(
            first, last, AuditChain.Text(LastHash(context, last)), AuditChain.Text(new AuditTree(context).Root(last)), name, hash);
        if (log.TryAppend(Record(stated)) is not { } row)
        {
            return Refused(log.ReadOnlyReason ?? "");
        }

        Reached(ArchiveStep.Recorded);
        announced = Segment.Of(stated, row.Sequence);
        return null;
    }

    // What takes a change back when its time is over, and what was asked of a second person, is read from their records, so they stay as
    // long as it waits.
    private long FirstWaiting(AuditDbContext context)
    {
        var pending = new PendingLedger(time);
        pending.Load(context);
        var approvals = new ApprovalLedger(time);
        approvals.Load(context);
        var waiting = pending.All.Select(entry => (Guid?)entry.Change.ChangeId)
            .Concat(approvals.All.Where(entry => entry.Info.IsOpen).Select(entry => (Guid?)entry.Info.Id))
            .ToList();
        return waiting.Count == 0 ? long.MaxValue : context.Records.Where(row => waiting.Contains(row.ChangeId)).Min(row => row.Sequence);
    }

    // The last of the oldest records whose time is over; null where there is none, or too few are worth no file.
    private long? LastDue(AuditDbContext context, long first, long end, bool now)
    {
        var limit = (time.GetUtcNow() - retention.Online).ToUnixTimeMilliseconds();
        var due = context.Records
            .Where(row => row.Sequence >= first && row.Sequence <= end)
            .OrderBy(row => row.Sequence)
            .Select(row => new { row.Sequence, row.At })
            .Take(MaxRecords)
            .AsEnumerable()
            .TakeWhile(row => row.At < limit)
            .ToList();
        var isWorthIt = now || due.Count == MaxRecords || (due.Count > 0 && due[0].At < limit - (long)AuditRetention.Grace.TotalMilliseconds);
        return due.Count > 0 && isWorthIt ? due[^1].Sequence : null;
    }

    private static void Drop(AuditDbContext context, Segment segment)
    {
        using var step = context.Database.BeginTransaction();
        context.Segments.Add(segment);
        context.SaveChanges();
        var records = context.Records.Where(row => row.Sequence >= segment.First && row.Sequence <= segment.Last);
        foreach (var record in records.OrderBy(row => row.Sequence).Select(row => new { row.Sequence, row.Json }))
        {
            context.Leaves.Add(new() { Sequence = record.Sequence, Hash = MerkleHash.Leaf(record.Json) });
        }

        context.SaveChanges();
        records.ExecuteDelete();
        step.Commit();
    }

    private static byte[] LastHash(AuditDbContext context, long last) =>
        context.Records.Where(row => row.Sequence == last).Select(row => row.Hash).Single();

    private static AuditRecord Record(AuditSegment stated) => new()
    {
        Type = AuditType.Segment,
        Actor = AuditActor.Service,
        Via = AuditVia.Service,
        Segment = stated,
        Res = new("archived", $"The records {stated.First} to {stated.Last} were moved to the archive {stated.Archive}."),
    };

    private static Problem Refused(string detail) => new(ProblemCodes.AuditUnavailable, "No records were archived", detail, 503);
}
