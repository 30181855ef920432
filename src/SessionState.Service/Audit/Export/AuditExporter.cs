using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.People;
using SessionState.Service.Grants;

namespace SessionState.Service.Audit.Export;

/// <summary>Writes records out, oldest first, in batches. Intents are written too: evidence leaves nothing out.</summary>
internal sealed class AuditExporter(AuditDatabase database, AuditCheckpoints checkpoints)
{
    private const int BatchSize = 1_000;

    // What is stored shows the lines around a change, and they may be about other places.
    private static readonly Problem WholeServerOnly = new(
        ProblemCodes.Forbidden,
        "Not allowed",
        "The bundle and the JSON lines hold records as they are stored, which needs a grant to export the audit of the whole server.",
        403)
    {
        Remedy = "Export the table (csv), which holds what your grants cover.",
    };

    /// <summary>
    /// What is to be exported. The end is fixed now: a bundle ends with its checkpoint, and what is recorded meanwhile does not
    /// make an export endless.
    /// </summary>
    public ServiceResult<AuditExportPlan> Plan(AuditExportFormat format, AuditQuery query, View view)
    {
        if (!view.IsEverything && format != AuditExportFormat.Csv)
        {
            return WholeServerOnly;
        }

        if (!checkpoints.Sign().Succeeded(out var checkpoint, out var problem))
        {
            return problem;
        }

        return new AuditExportPlan(format, query, view, checkpoint);
    }

    public async Task WriteAsync(AuditExportPlan plan, Stream output, CancellationToken cancellationToken)
    {
        await using var context = database.CreateDbContext();
        var format = Open(plan, context);
        using var buffer = new MemoryStream();
        format.Begin(buffer);
        for (long last = 0; ;)
        {
            var rows = await NextAsync(context, plan, last, cancellationToken);
            foreach (var row in rows)
            {
                format.Write(row, buffer);
            }

            if (rows.Count < BatchSize)
            {
                format.End(buffer);
            }

            buffer.Position = 0;
            await buffer.CopyToAsync(output, cancellationToken);
            buffer.SetLength(0);
            if (rows.Count < BatchSize)
            {
                return;
            }

            last = rows[^1].Sequence;
        }
    }

    private static Task<List<AuditRow>> NextAsync(
        AuditDbContext context, AuditExportPlan plan, long last, CancellationToken cancellationToken) =>
        AuditFilter.Matching(AuditSight.Within(context.Records.AsNoTracking(), plan.View), plan.Query, AuditNames.Meant(context, plan.Query))
            .Where(row => row.Sequence > last && row.Sequence <= plan.Checkpoint.Size)
            .OrderBy(row => row.Sequence)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);

    private IAuditFormat Open(AuditExportPlan plan, AuditDbContext context) => plan.Format switch
    {
        AuditExportFormat.Csv => new CsvFormat(PersonNames.All(context)),
        AuditExportFormat.Jsonl => new JsonLinesFormat(),
        _ => new BundleFormat(context, plan.Checkpoint, checkpoints.PublicKey?.Verifier) { People = context.People.AsNoTracking().ToDictionary(person => person.Key) },
    };
}

/// <summary>An export that can begin.</summary>
/// <param name="Format">How it is written.</param>
/// <param name="Query">Which records.</param>
/// <param name="View">And about which places: the rest is not the reader's to see.</param>
/// <param name="Checkpoint">Where it ends.</param>
internal sealed record AuditExportPlan(AuditExportFormat Format, AuditQuery Query, View View, CheckpointRow Checkpoint);
