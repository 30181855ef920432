using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Changes.Approvals;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class ApprovalsEndpoints
{
    public static void MapApprovals(this IEndpointRouteBuilder routes)
    {
        var approvals = routes.MapGroup("").WithTags("Approvals");
        approvals.MapGet(ServiceRoutes.Approvals, List)
            .WithName("ListApprovals").WithSummary("Requests for a second person that the person made, may decide or may see").Requires(Permission.TreeRead);
        approvals.MapGet(ServiceRoutes.Approval, Get)
            .WithName("GetApproval").WithSummary("One request, with what was previewed").Requires(Permission.TreeRead);
        approvals.MapPost(ServiceRoutes.Approvals, RequestAsync)
            .WithName("RequestApproval").WithSummary("Ask for a second person for a previewed change")
            .RequiresToChange(ChangesEndpoints.Changing).Takes(RequestTime.Long).WithMetadata(BodyLimit.Change);
        approvals.MapPost(ServiceRoutes.RequestUndo, RequestUndoAsync)
            .WithName("RequestUndoApproval").WithSummary("Ask for a second person for taking a change back")
            .RequiresToChange(Permission.Rollback).Takes(RequestTime.Long);
        approvals.MapPost(ServiceRoutes.DecideApproval, DecideAsync)
            .WithName("DecideApproval").WithSummary("Approve or reject what somebody else asked for")
            .RequiresToChange(Permission.ChangeApprove).Takes(RequestTime.Long);
        approvals.MapPost(ServiceRoutes.WithdrawApproval, WithdrawAsync)
            .WithName("WithdrawApproval").WithSummary("Take an own request back").RequiresToChange(Permission.TreeRead).Takes(RequestTime.Long);
    }

    private static Ok<ApprovalList> List(ApprovalReader reader, HttpContext context) => TypedResults.Ok(reader.List(Caller.Of(context)));

    private static Results<Ok<ApprovalDetails>, ProblemHttpResult> Get(ApprovalReader reader, HttpContext context, Guid id) =>
        reader.Get(Caller.Of(context), id).ToResult();

    private static async Task<Results<Ok<ApprovalInfo>, ProblemHttpResult>> RequestAsync(
        ApprovalDesk desk, HttpContext context, ApplyChangeRequest change) =>
        (await desk.RequestAsync(Caller.Of(context), change, context.RequestAborted)).ToResult();

    private static async Task<Results<Ok<ApprovalInfo>, ProblemHttpResult>> RequestUndoAsync(
        ApprovalDesk desk, HttpContext context, Guid id, UndoChangeRequest undo) =>
        (await desk.RequestUndoAsync(Caller.Of(context), id, undo, context.RequestAborted)).ToResult();

    private static async Task<Results<Ok<ApprovalInfo>, ProblemHttpResult>> DecideAsync(
        ApprovalDecisions decisions, HttpContext context, Guid id, DecideApprovalRequest decision) =>
        (await decisions.DecideAsync(Caller.Of(context), id, decision, context.RequestAborted)).ToResult();

    private static async Task<Results<Ok<ApprovalInfo>, ProblemHttpResult>> WithdrawAsync(ApprovalDesk desk, HttpContext context, Guid id) =>
        (await desk.WithdrawAsync(Caller.Of(context), id, context.RequestAborted)).ToResult();
}
