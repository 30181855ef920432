using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit.People;
using SessionState.Service.Audit.Segments;
using SessionState.Service.Audit.Tree;
using SessionState.Service.Security;

namespace SessionState.Service.Audit;

/// <summary>Answers questions about the audit: pages of rows, one record whole, and what became of a change.</summary>
internal sealed class AuditReader(AuditDatabase database, AuditLog log)
{
    // Counting millions takes longer than anybody reads the number.
    private const int MaxCounted = 1_000;

    public ServiceResult<AuditPage> List(AuditQuery query, Sight sight) => Read<AuditPage>(context =>
    {
        var search = new AuditSearch(context, query, log.OpenIntent, sight);
        var page = search.FromCursor().Take(query.Limit + 1).ToList();
        var total = search.FromTheNewest().Take(MaxCounted).LongCount();
        var names = PersonNames.Of(context, page);
        var rows = page.Take(query.Limit).Select(row => AuditMapping.ToEntry(row, names)).ToList();
        return new AuditPage(rows, total, page.Count > query.Limit ? rows[^1].Sequence : search.Floor)
        {
            IsTotalMinimum = total == MaxCounted || search.Floor is not null,
            SearchedTo = search.Floor,
        };
    });

    public ServiceResult<AuditRecordDetails> Find(long sequence, Sight sight) => Read<AuditRecordDetails>(context =>
    {
        var neighbours = context.Records.AsNoTracking()
            .Where(row => row.Sequence >= sequence - 1 && row.Sequence <= sequence + 1)
            .ToDictionary(row => row.Sequence);
        if (!neighbours.TryGetValue(sequence, out var row) || !AuditSight.Shows(context, sequence, sight))
        {
            return sight.Audit.IsEverything && context.Segments.FirstOrDefault(segment => segment.First <= sequence && segment.Last >= sequence) is { } archived
                ? new Problem(ProblemCodes.NotFound, "The audit record is archived", $"Record {sequence} was moved to the archive {archived.File}.", 404)
                {
                    Remedy = "Ask the administrator of the service for that file; appcmd verify audit checks it anywhere.",
                }
                : new Problem(ProblemCodes.NotFound, "No such audit record", $"The audit has no record {sequence}.", 404);
        }

        var previous = neighbours.GetValueOrDefault(sequence - 1) ?? Segment.Newest(context)?.LastRow();
        var fits = AuditChain.IsIntact(row)
            && AuditChain.Follows(row, previous)
            && (neighbours.TryGetValue(sequence + 1, out var next) ? AuditChain.Follows(next, row) : sequence == log.HeadSequence);
        return AuditSight.Strip(AuditMapping.ToDetails(row, PersonNames.Of(context, [row]), fits, ApproverOf(context, row)), sight);
    });

    /// <summary>The records of a change, oldest first: its intent, and its outcome or what a restart found out about it.</summary>
    public ServiceResult<IReadOnlyList<AuditRecord>> OfChange(Guid changeId) => Read<IReadOnlyList<AuditRecord>>(context =>
    {
        var rows = context.Records.AsNoTracking()
            .Where(row => row.ChangeId == changeId && row.Type != AuditType.Denied)
            .OrderBy(row => row.Sequence)
            .Select(row => row.Json)
            .ToList();
        return rows.Select(json => AuditJson.Read(json)).OfType<AuditRecord>().ToList();
    });

    /// <summary>The newest record after <paramref name="sequence"/> of a change of just this; null for none, or where nobody can tell.</summary>
    public AuditRow? NewestAbout(string path, string setting, long sequence)
    {
        var key = AuditRow.Key(path);
        return Read<AuditRow>(context => context.Records.AsNoTracking()
            .Where(row => row.PathKey == key && row.Setting == setting && row.Sequence > sequence
                && (row.Outcome == AuditOutcome.Applied || row.Type == AuditType.External))
            .OrderByDescending(row => row.Sequence)
            .FirstOrDefault() is { } newest
            ? newest with { Who = PersonNames.Of(context, [newest]).Of(newest) }
            : new Problem(ProblemCodes.NotFound, "", "", 404)).Value;
    }

    /// <summary>A record's hash, in hexadecimal digits; null where there is none or the audit cannot be read.</summary>
    public string? HashOf(long sequence) => Read<string>(context =>
        context.Records.AsNoTracking().Where(row => row.Sequence == sequence).Select(row => row.Hash).FirstOrDefault() is { } hash
            ? AuditChain.Text(hash)
            : new Problem(ProblemCodes.NotFound, "No such audit record", $"The audit has no record {sequence}.", 404)).Value;

    private static string? ApproverOf(AuditDbContext context, AuditRow row) =>
        AuditJson.Read(row.Json)?.Authz?.Approver is { } approver
        && context.Records.AsNoTracking().FirstOrDefault(decision => decision.Sequence == approver.Seq) is { } decision
            ? PersonNames.Of(context, [decision]).Of(decision)
            : null;

    public ServiceResult<T> Read<T>(Func<AuditDbContext, ServiceResult<T>> ask)
        where T : class
    {
        try
        {
            using var context = database.CreateDbContext();
            return ask(context);
        }
        catch (Exception error) when (error is DbException or MissingRecordException)
        {
            return new Problem(
                ProblemCodes.AuditUnavailable, "The audit cannot be read", $"The audit database does not answer: {error.Message}", 503);
        }
    }
}
