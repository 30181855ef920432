using Microsoft.AspNetCore.Components;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Model.Approvals;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Live;

namespace SessionState.Dashboard.Components.Approvals;

/// <summary>A component that shows requests for a second person, as they are just now.</summary>
public abstract class ApprovalWatcher : FeedComponent
{
    private (long Head, string Policy) _readAt = (-1, "");

    [Inject]
    public required PersonalService Service { get; init; }

    /// <summary>Nothing before it was read.</summary>
    protected ApprovalBoard Board { get; private set; } = ApprovalBoard.Empty;

    /// <summary>Why it could not be read; null where it could.</summary>
    protected Problem? BoardProblem { get; private set; }

    protected bool IsRead { get; private set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    // Whatever happens to a request is a record of the audit; who may decide follows from the grants.
    protected override Task FollowAsync(FeedChange change) =>
        (change.State.AuditHead, change.State.Policy) == _readAt ? Task.CompletedTask : ReadAsync();

    protected virtual Task OnReadAsync() => Task.CompletedTask;

    protected async Task ReadAsync()
    {
        _readAt = (Feed.Current.AuditHead, Feed.Current.Policy);
        var answer = await Service.GetApprovalsAsync(CancellationToken.None);
        BoardProblem = answer.Problem;
        if (answer.Value is { } list)
        {
            (Board, IsRead) = (new(list.Items), true);
        }

        await OnReadAsync();
    }
}
