using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Layout;
using SessionState.Dashboard.Tests.Components;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

/// <summary>What one person sees follows their grants.</summary>
public sealed class PersonalFeedTests : DashboardContext
{
    [Fact]
    public async Task Feed_NothingGranted_SaysSoAndShowsNoTree()
    {
        Service.Grants.Mine = new([], "none");

        await StartFeedAsync();

        Assert.Null(Feed.Current.Tree);
        Assert.Equal(ProblemCodes.Forbidden, Feed.Current.Problem?.Code);
    }

    [Fact]
    public async Task Feed_GrantsChange_FollowsAnotherFeed()
    {
        await StartFeedAsync();
        var tree = Feed.Current.Tree;
        var moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Feed.Changed += change =>
        {
            if (change.State is { Tree: not null } && change.State.Tree != tree)
            {
                moved.TrySetResult();
            }
        };

        Service.Grants.Mine = FakeGrants.At("Contoso", Permission.TreeRead);
        Service.Publish(new ServerEvent(Service.Server.Revision, [], [], 1, null, false) { Policy = "next" });

        await moved.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.False(Feed.Rights.May(Permission.SessionSet));
    }

    [Fact]
    public async Task Rights_AtAPlace_HoldThereAndBelowOnly()
    {
        Service.Grants.Mine = FakeGrants.At("Contoso/shop", Permission.TreeRead, Permission.SessionSet);
        await StartFeedAsync();

        Assert.True(Feed.Rights.May(Permission.SessionSet, "contoso/SHOP/cart"));
        Assert.False(Feed.Rights.May(Permission.SessionSet, "Contoso/shop2"));
        Assert.False(Feed.Rights.May(Permission.SessionSet, "Contoso"));
        Assert.False(Feed.Rights.May(Permission.LockSet, "Contoso/shop"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Navigation_OffersAccess_ToWhoManagesGrants(bool manages)
    {
        Service.Grants.Mine = manages ? FakeGrants.Everywhere(Permission.TreeRead, Permission.UsersManage) : FakeGrants.Everywhere(Permission.TreeRead);
        await StartFeedAsync();

        Assert.Equal(manages, Render<NavRail>().FindAll("a[href=access]").Count == 1);
    }
}
