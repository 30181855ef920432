using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Nodes;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class ServerEndpoints
{
    public static void MapServer(this IEndpointRouteBuilder routes) => routes
        .MapGet(ServiceRoutes.Server, Get).WithTags("Server").WithName("GetServer").WithSummary("The server and its health").Requires(Permission.TreeRead);

    private static Ok<ServerInfo> Get(ServerReader reader, HttpContext context) => TypedResults.Ok(reader.Read(Caller.Of(context)));
}
