using Microsoft.AspNetCore.Components;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Live;
using SessionState.Dashboard.Model.Overview;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Components.Pages;

/// <summary>What somebody who runs the server looks at in the morning. Counted here, from the nodes that the person may see.</summary>
public sealed partial class Overview : FeedComponent
{
    private ServerTree? _counted;
    private OverviewNumbers? _numbers;
    private OverviewNews? _news;

    [Inject]
    public required PersonalService Service { get; init; }

    [Inject]
    public required BrowserClock Clock { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _news = new(Service, Clock);
        Count(Feed.Current.Tree);
        await _news.ReadAsync(Feed.Current.AuditHead, CancellationToken.None);
    }

    protected override async Task FollowAsync(FeedChange change)
    {
        Count(change.State.Tree);
        if (_news is not null)
        {
            await _news.ReadAsync(change.State.AuditHead, CancellationToken.None);
        }
    }

    private void Count(ServerTree? tree)
    {
        if (tree != _counted)
        {
            (_counted, _numbers) = (tree, tree is null ? null : OverviewNumbers.Read(tree));
        }
    }

    // That nothing is in error need not be said twice.
    private static IReadOnlyList<Share> Present(IReadOnlyList<Share> states) => [.. states.Where(share => share.Count > 0 || share.Tone != "error")];
}
