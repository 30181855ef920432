using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Approvals;

/// <summary>One request: what it would do, and deciding, withdrawing or making it.</summary>
public sealed class ApprovalFlow(IConfigurationService service, Guid id)
{
    public ApprovalDetails? Details { get; private set; }

    /// <summary>Why the last step was refused; null where it was not.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>What to tell whoever asks.</summary>
    public string Comment { get; set; } = "";

    /// <summary>What is wrong with the comment; null where nothing is.</summary>
    public string? CommentError { get; private set; }

    public bool IsBusy { get; private set; }

    public async Task LoadAsync(CancellationToken cancel)
    {
        var answer = await service.GetApprovalAsync(id, cancel);
        Details = answer.Value ?? Details;
        Problem = answer.Problem ?? Problem;
    }

    /// <summary>Approves or rejects. False: <see cref="Problem"/> or <see cref="CommentError"/> says why not.</summary>
    public async Task<bool> DecideAsync(ActingUser user, bool approve, CancellationToken cancel)
    {
        var comment = Comment.Trim();
        CommentError = !approve && comment.Length == 0 ? "Say why; whoever asked reads it." : null;
        return CommentError is null
            && await DoAsync(service.DecideApprovalAsync(user, id, new(approve, comment.Length == 0 ? null : comment), cancel), cancel) is not null;
    }

    public async Task<bool> WithdrawAsync(ActingUser user, CancellationToken cancel) =>
        await DoAsync(service.WithdrawApprovalAsync(user, id, cancel), cancel) is not null;

    /// <summary>Makes what was approved. Null: <see cref="Problem"/> says why not.</summary>
    public async Task<ChangeResult?> MakeAsync(ActingUser user, CancellationToken cancel) =>
        Details is not { } details ? null : await DoAsync(Make(user, details.Info, details.Preview, cancel), cancel);

    // The very order that was approved: any other would not be let through.
    private Task<ServiceResult<ChangeResult>> Make(ActingUser user, ApprovalInfo info, ChangePreview preview, CancellationToken cancel) =>
        info.Undoes is { } undone
            ? service.UndoAsync(user, undone, new(info.Id, preview.PlanDigest, info.Reason, info.Ticket), cancel)
            : service.ApplyAsync(user, new(info.Id, preview.Request, preview.PlanDigest, info.Reason, info.Ticket) { Until = info.Until }, cancel);

    private async Task<T?> DoAsync<T>(Task<ServiceResult<T>> step, CancellationToken cancel)
        where T : class
    {
        IsBusy = true;
        try
        {
            var answer = await step;
            Problem = answer.Problem;
            await LoadAsync(cancel);
            return answer.Value;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
