using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Changes;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class ChangesEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var changes = routes.MapGroup("").WithTags("Changes");
        changes.MapPost(ServiceRoutes.PreviewChange, Preview)
            .WithName("PreviewChange").WithSummary("What a change would do; nothing is written").Requires(Access.Preview);
        changes.MapPost(ServiceRoutes.Changes, ApplyAsync)
            .WithName("ApplyChange").WithSummary("Make a previewed change").Requires(Access.Change);
        changes.MapGet(ServiceRoutes.Change, Get)
            .WithName("GetChange").WithSummary("What became of a change").Requires(Access.Read);
    }

    private static Results<Ok<ChangePreview>, ProblemHttpResult> Preview(
        ChangePreviews previews, HttpContext context, ChangeRequest change) =>
        previews.Preview(Caller.Of(context), change).ToResult();

    private static async Task<Results<Ok<ChangeResult>, ProblemHttpResult>> ApplyAsync(
        ChangePipeline pipeline, HttpContext context, ApplyChangeRequest change) =>
        (await pipeline.ApplyAsync(Caller.Of(context), change, context.RequestAborted)).ToResult();

    private static Results<Ok<ChangeResult>, ProblemHttpResult> Get(ChangeLedger ledger, Guid id)
    {
        if (!ledger.Find(id).Succeeded(out var change, out var problem))
        {
            return problem.ToResult();
        }

        return change.Answer is { } answer
            ? answer.ToResult()
            : new Problem(ProblemCodes.NotFound, "No such change", $"No change with the id {id} was begun.", 404).ToResult();
    }
}
