using Microsoft.AspNetCore.Components;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Live;

namespace SessionState.Dashboard.Components.Pending;

/// <summary>A component that shows changes which wait for a confirmation or for their end.</summary>
public abstract class PendingWatcher : FeedComponent
{
    private long _readAt = -1;

    [Inject]
    public required PersonalService Service { get; init; }

    protected IReadOnlyList<PendingChange> Changes { get; private set; } = [];

    protected override async Task OnInitializedAsync() => await ReadAsync(Feed.Current.AuditHead);

    // Whatever begins to wait, or ends, is a record of the audit.
    protected override Task FollowAsync(FeedChange change) =>
        change.State.AuditHead == _readAt ? Task.CompletedTask : ReadAsync(change.State.AuditHead);

    private async Task ReadAsync(long auditHead)
    {
        if ((await Service.GetPendingChangesAsync(CancellationToken.None)).Value is { } pending)
        {
            (Changes, _readAt) = (pending.Items, auditHead);
        }
    }
}
