using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Changes;
using SessionState.Service.Changes.Pending;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class ChangesEndpoints
{
    public static readonly Permission[] Changing = [Permission.SessionSet, Permission.SessionClear, Permission.LockSet];

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var changes = routes.MapGroup("").WithTags("Changes");
        changes.MapPost(ServiceRoutes.PreviewChange, Preview)
            .WithName("PreviewChange").WithSummary("What a change would do; nothing is written").Requires(Changing).WithMetadata(BodyLimit.Change);
        changes.MapPost(ServiceRoutes.ChangeScripts, WriteScripts)
            .WithName("WriteScripts").WithSummary("A change as a script for the server itself; nothing is written").Requires(Changing).WithMetadata(BodyLimit.Change);
        changes.MapPost(ServiceRoutes.Changes, ApplyAsync)
            .WithName("ApplyChange").WithSummary("Make a previewed change").RequiresToChange(Changing).Takes(RequestTime.Long).WithMetadata(BodyLimit.Change);
        changes.MapPost(ServiceRoutes.PreviewUndo, PreviewUndo)
            .WithName("PreviewUndo").WithSummary("What taking a change back would do; nothing is written").Requires(Permission.Rollback);
        changes.MapPost(ServiceRoutes.UndoChange, UndoAsync)
            .WithName("UndoChange").WithSummary("Take a change back").RequiresToChange(Permission.Rollback).Takes(RequestTime.Long);
        changes.MapPost(ServiceRoutes.ConfirmChange, ConfirmAsync)
            .WithName("ConfirmChange").WithSummary("Let a change stand that would be taken back otherwise").RequiresToChange(Changing).Takes(RequestTime.Long);
        changes.MapGet(ServiceRoutes.PendingChanges, GetPending)
            .WithName("ListPendingChanges").WithSummary("Changes that wait for a confirmation or for their end").Requires(Permission.TreeRead);
        changes.MapGet(ServiceRoutes.Change, Get)
            .WithName("GetChange").WithSummary("What became of a change").RequiresPerson();
    }

    private static Results<Ok<ChangePreview>, ProblemHttpResult> Preview(
        ChangePreviews previews, HttpContext context, ChangeRequest change) =>
        previews.Preview(Caller.Of(context), change).ToResult();

    private static Results<Ok<ChangeScripts>, ProblemHttpResult> WriteScripts(
        ChangeScripting scripting, HttpContext context, ChangeScriptsRequest request) =>
        scripting.Write(Caller.Of(context), request).ToResult();

    private static async Task<Results<Ok<ChangeResult>, ProblemHttpResult>> ApplyAsync(
        ChangePipeline pipeline, HttpContext context, ApplyChangeRequest change) =>
        (await pipeline.ApplyAsync(Caller.Of(context), change, context.RequestAborted)).ToResult();

    private static Results<Ok<ChangePreview>, ProblemHttpResult> PreviewUndo(ChangePreviews previews, HttpContext context, Guid id) =>
        previews.PreviewUndo(Caller.Of(context), id).ToResult();

    private static async Task<Results<Ok<ChangeResult>, ProblemHttpResult>> UndoAsync(
        ChangePipeline pipeline, HttpContext context, Guid id, UndoChangeRequest undo) =>
        (await pipeline.UndoAsync(Caller.Of(context), id, undo, context.RequestAborted)).ToResult();

    private static async Task<Results<Ok<ChangeResult>, ProblemHttpResult>> ConfirmAsync(
        ChangeConfirmation confirmation, HttpContext context, Guid id) =>
        (await confirmation.ConfirmAsync(Caller.Of(context), id, context.RequestAborted)).ToResult();

    private static Ok<PendingChanges> GetPending(PendingLedger pending, ChangeSight sight, HttpContext context) =>
        TypedResults.Ok(new PendingChanges(
            [.. pending.All.Select(entry => entry.Change).Where(change => sight.Refuse(Caller.Of(context), change.ChangeId) is null)]));

    private static Results<Ok<ChangeResult>, ProblemHttpResult> Get(ChangeLedger ledger, ChangeSight sight, HttpContext context, Guid id)
    {
        if (sight.Refuse(Caller.Of(context), id) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!ledger.Find(id).Succeeded(out var change, out var problem))
        {
            return problem.ToResult();
        }

        return change.Answer is { } answer ? answer.ToResult() : ChangeSight.NoSuchChange(id).ToResult();
    }
}
