using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Nodes;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class NodesEndpoints
{
    public static void MapNodes(this IEndpointRouteBuilder routes)
    {
        var nodes = routes.MapGroup("").WithTags("Nodes").Requires(Permission.TreeRead);
        nodes.MapGet(ServiceRoutes.Nodes, List).WithName("ListNodes").WithSummary("Rows of the tree");
        nodes.MapGet(ServiceRoutes.Node, Get).WithName("GetNode").WithSummary("Everything about one node");
        nodes.MapGet(ServiceRoutes.NodePages, GetPagesAsync).WithName("GetNodePages")
            .WithSummary("What the pages of one node have to do with sessions");
        nodes.MapGet(ServiceRoutes.ApplicationPools, GetPools).WithName("ListApplicationPools").WithSummary("The application pools");
    }

    private static Ok<ApplicationPoolList> GetPools(PoolReader pools, HttpContext context) => TypedResults.Ok(pools.Read(Caller.Of(context)));

    private static Results<Ok<NodePage>, ProblemHttpResult> List(
        NodeList nodes,
        HttpContext context,
        string? under,
        string? search,
        bool? asp,
        string? aspnet,
        Word<ValueSource>? source,
        bool? locked,
        bool? allFolders,
        int? limit,
        string? cursor)
    {
        var defaults = new NodeQuery();
        return nodes.List(Caller.Of(context), new()
        {
            Under = under,
            Search = search,
            Asp = asp,
            AspNet = aspnet,
            Source = source?.Value,
            Locked = locked,
            AllFolders = allFolders ?? defaults.AllFolders,
            Limit = limit ?? defaults.Limit,
            Cursor = cursor,
        }).ToResult();
    }

    private static Results<Ok<NodeDetails>, ProblemHttpResult> Get(NodeReader nodes, HttpContext context, string path) =>
        nodes.Read(Caller.Of(context), path).ToResult();

    private static async Task<Results<Ok<NodePages>, ProblemHttpResult>> GetPagesAsync(
        NodePagesReader pages, HttpContext context, string path, CancellationToken cancellationToken) =>
        (await pages.ReadAsync(Caller.Of(context), path, cancellationToken)).ToResult();
}
