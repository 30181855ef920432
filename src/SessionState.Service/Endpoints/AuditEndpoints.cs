using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.Export;
using SessionState.Service.Audit.Verification;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class AuditEndpoints
{
    private const int MaxLimit = 500;

    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("").WithTags("Audit");
        audit.MapGet(ServiceRoutes.Audit, List)
            .WithName("ListAudit").WithSummary("Audit records, newest first").Requires(Permission.AuditRead, Permission.HistoryRead);
        audit.MapGet(ServiceRoutes.AuditTimeline, Timeline)
            .WithName("GetAuditTimeline").WithSummary("How many audit records match in each span of time")
            .Requires(Permission.AuditRead, Permission.HistoryRead);
        audit.MapGet(ServiceRoutes.AuditExport, Export)
            .WithName("ExportAudit").WithSummary("The records that match, oldest first, as a table, JSON lines or a signed bundle")
            .Requires(Permission.AuditExport).Takes(RequestTime.Long)
            .Produces(200, contentType: "text/csv", additionalContentTypes: ["application/jsonl", "text/plain"]);
        audit.MapGet(ServiceRoutes.AuditCheckpoint, Checkpoint)
            .WithName("GetAuditCheckpoint").WithSummary("The newest signed checkpoint, and a proof that an earlier one still holds")
            .Requires(Permission.AuditRead);
        audit.MapPost(ServiceRoutes.AuditVerify, VerifyAsync)
            .WithName("VerifyAudit").WithSummary("Verify the whole audit: every record, hash and signature")
            .Requires(Permission.AuditRead).Takes(RequestTime.Long);
        routes.MapPost(ServiceRoutes.AuditSignIns, SignIn).WithTags("Audit")
            .WithName("RecordSignIn").WithSummary("Record that a person signed in or out, or was not let in").RequiresPerson();
        audit.MapGet(ServiceRoutes.AuditEntry, Get).WithName("GetAuditRecord").WithSummary("One audit record, whole")
            .Requires(Permission.AuditRead, Permission.HistoryRead);
    }

    private static Results<Ok<AuditPage>, ProblemHttpResult> List(
        AuditReader audit, Rights rights, HttpContext context, [AsParameters] AuditConditions conditions, int? limit, long? cursor)
    {
        var query = conditions.ToQuery() with { Limit = limit ?? new AuditQuery().Limit, Cursor = cursor };
        return query.Limit is >= 1 and <= MaxLimit
            ? audit.List(query, rights.SightOf(Caller.Of(context))).ToResult()
            : Problems.Invalid("limit", $"A page has 1 to {MaxLimit} records, not {query.Limit}.").ToResult();
    }

    private static Results<Ok<AuditTimeline>, ProblemHttpResult> Timeline(
        AuditTimelineReader timeline, Rights rights, HttpContext context, [AsParameters] AuditConditions conditions, Instants edges) =>
        edges.All.Count is >= 2 and <= AuditTimeline.MaxBars + 1
            ? timeline.Read(conditions.ToQuery(), edges.All, rights.SightOf(Caller.Of(context))).ToResult()
            : Problems.Invalid("edges", $"1 to {AuditTimeline.MaxBars} spans have 2 to {AuditTimeline.MaxBars + 1} edges, not {edges.All.Count}.").ToResult();

    private static Results<Ok<AuditRecordDetails>, ProblemHttpResult> Get(AuditReader audit, Rights rights, HttpContext context, long sequence) =>
        audit.Find(sequence, rights.SightOf(Caller.Of(context))).ToResult();

    private static Results<PushStreamHttpResult, ProblemHttpResult> Export(
        AuditExporter exporter, Rights rights, HttpContext context, [AsParameters] AuditConditions conditions, Word<AuditExportFormat> format) =>
        exporter.Plan(format.Value, conditions.ToQuery(), rights.ViewOf(Caller.Of(context), Permission.AuditExport)).Succeeded(out var plan, out var problem)
            ? TypedResults.Stream(
                output => exporter.WriteAsync(plan, output, context.RequestAborted), ContentType(format.Value), FileName(plan))
            : problem.ToResult();

    private static Results<Ok<AuditRecorded>, ProblemHttpResult> SignIn(AuditSignIns signIns, HttpContext context, SignInEvent happened) =>
        signIns.Record(Caller.Of(context), happened).ToResult();

    private static Results<Ok<AuditCheckpoint>, ProblemHttpResult> Checkpoint(AuditProofs evidence, long? since) =>
        evidence.Read(since).ToResult();

    private static async Task<Results<Ok<AuditVerification>, ProblemHttpResult>> VerifyAsync(AuditVerifier verifier, HttpContext context) =>
        (await verifier.VerifyAsync(context.RequestAborted)).ToResult();

    private static string ContentType(AuditExportFormat format) => format switch
    {
        AuditExportFormat.Csv => "text/csv; charset=utf-8",
        AuditExportFormat.Jsonl => "application/jsonl",
        _ => "text/plain; charset=utf-8",
    };

    private static string FileName(AuditExportPlan plan) => plan.Format switch
    {
        AuditExportFormat.Csv => $"audit-{plan.Checkpoint.Size}.csv",
        AuditExportFormat.Jsonl => $"audit-{plan.Checkpoint.Size}.jsonl",
        _ => $"audit-{plan.Checkpoint.Size}.auditbundle",
    };
}
