using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class GrantsEndpoints
{
    public static void MapGrants(this IEndpointRouteBuilder routes)
    {
        var access = routes.MapGroup("").WithTags("Access");
        access.MapGet(ServiceRoutes.MyAccess, Mine).WithName("GetMyAccess").WithSummary("What the person may do").RequiresPerson();
        access.MapPost(ServiceRoutes.AccessAnswers, Answer)
            .WithName("AskAccess").WithSummary("What somebody can do somewhere, and by which grant").RequiresPerson();
        access.MapGet(ServiceRoutes.Grants, List).WithName("ListGrants").WithSummary("Who may do what where").Requires(Permission.UsersManage);
        access.MapPost(ServiceRoutes.Grants, Add).WithName("AddGrant").WithSummary("Give a grant").RequiresToChange(Permission.UsersManage);
        access.MapPost(ServiceRoutes.EndGrant, End).WithName("EndGrant").WithSummary("End a grant before its time").RequiresToChange(Permission.UsersManage);
    }

    private static Ok<MyAccess> Mine(GrantReader grants, HttpContext context) => TypedResults.Ok(grants.Mine(Caller.Of(context)));

    private static Results<Ok<AccessAnswers>, ProblemHttpResult> Answer(GrantReader grants, HttpContext context, AccessQuestion question) =>
        grants.Answer(Caller.Of(context), question).ToResult();

    private static Ok<GrantList> List(GrantReader grants, HttpContext context) => TypedResults.Ok(grants.List(Caller.Of(context)));

    private static Results<Ok<GrantInfo>, ProblemHttpResult> Add(GrantManager grants, HttpContext context, AddGrantRequest grant) =>
        grants.Add(Caller.Of(context), grant).ToResult();

    private static Results<Ok<GrantInfo>, ProblemHttpResult> End(GrantManager grants, HttpContext context, Guid id, EndGrantRequest end) =>
        grants.End(Caller.Of(context), id, end).ToResult();
}
