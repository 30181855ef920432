using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.People;

namespace SessionState.Service.Audit.Export;

/// <summary>Writes records out, oldest first, in batches. Intents are written too: evidence leaves nothing out.</summary>
internal sealed class AuditExporter(AuditDatabase database, AuditCheckpoints checkpoints)
{
    private const int BatchSize = 1_000;

    /// <summary>
    /// What is to be exported. The end is fixed now: a bundle ends with its checkpoint, and what is recorded meanwhile does not
    /// make an export endless.
    /// </summary>
    public ServiceResult<AuditExportPlan> Plan(AuditExportFormat format, AuditQuery query)
    {
        if (!checkpoints.Sign().Succeeded(out var checkpoint, out var problem))
        {
            return problem;
        }

        return new AuditExportPlan(format, query, checkpoint);
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
        AuditFilter.Matching(context.Records.AsNoTracking(), plan.Query, AuditNames.Meant(context, plan.Query))
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
/// <param name="Checkpoint">Where it ends.</param>
internal sealed record AuditExportPlan(AuditExportFormat Format, AuditQuery Query, CheckpointRow Checkpoint);
