using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class AuditEndpoints
{
    private const int MaxLimit = 500;

    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("").WithTags("Audit").Requires(Access.Read);
        audit.MapGet(ServiceRoutes.Audit, List).WithName("ListAudit").WithSummary("Audit records, newest first");
        audit.MapGet(ServiceRoutes.AuditEntry, Get).WithName("GetAuditRecord").WithSummary("One audit record, whole");
    }

    private static Results<Ok<AuditPage>, ProblemHttpResult> List(
        AuditReader audit,
        string? who,
        string? path,
        string? setting,
        Word<AuditOutcome>? outcome,
        Word<AuditType>? type,
        DateTimeOffset? from,
        DateTimeOffset? to,
        string? text,
        int? limit,
        long? cursor)
    {
        var query = new AuditQuery
        {
            Who = who,
            Path = path,
            Setting = setting,
            Outcome = outcome?.Value,
            Type = type?.Value,
            From = from,
            To = to,
            Text = text,
            Limit = limit ?? new AuditQuery().Limit,
            Cursor = cursor,
        };

        return query.Limit is >= 1 and <= MaxLimit
            ? audit.List(query).ToResult()
            : Problems.Invalid("limit", $"A page has 1 to {MaxLimit} records, not {query.Limit}.").ToResult();
    }

    private static Results<Ok<AuditRecordDetails>, ProblemHttpResult> Get(AuditReader audit, long sequence) =>
        audit.Find(sequence).ToResult();
}
