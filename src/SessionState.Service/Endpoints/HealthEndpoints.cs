using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("").WithTags("Health").RequiresProcess();
        health.MapGet(ServiceRoutes.Live, Live).WithName("IsLive").WithSummary("The process answers");
        health.MapGet(ServiceRoutes.Ready, Ready).WithName("IsReady").WithSummary("Changes can be made");
    }

    private static Ok<Health> Live() => TypedResults.Ok(new Health("live"));

    private static Results<Ok<Health>, ProblemHttpResult> Ready(AuditLog audit) => audit.ReadOnlyReason is { } reason
        ? new Problem(ProblemCodes.AuditUnavailable, "Reading only", reason, 503).ToResult()
        : TypedResults.Ok(new Health("ready"));

    internal sealed record Health(string Status);
}
