using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Health;
using SessionState.Service.Nodes;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class ServerEndpoints
{
    public static void MapServer(this IEndpointRouteBuilder routes)
    {
        var server = routes.MapGroup("").WithTags("Server");
        server.MapGet(ServiceRoutes.Server, Get).WithName("GetServer").WithSummary("The server and its health").Requires(Permission.TreeRead);
        server.MapGet(ServiceRoutes.ServerHealth, GetHealth)
            .WithName("GetServerHealth").WithSummary("How the Service fares on its machine: files, rights, watching").Requires(Permission.ServiceAdmin);
    }

    private static Ok<ServerInfo> Get(ServerReader reader, HttpContext context) => TypedResults.Ok(reader.Read(Caller.Of(context)));

    // It names files of the whole server, so a grant for a part of it is not enough.
    private static Results<Ok<ServiceHealth>, ProblemHttpResult> GetHealth(HealthReader reader, Rights rights, HttpContext context) =>
        rights.Decide(Caller.Of(context), Permission.ServiceAdmin, "").IsAllowed
            ? TypedResults.Ok(reader.Read())
            : RightsProblems.NotHere(Permission.ServiceAdmin, "").ToResult();
}
