using SessionState.Contracts;
using SessionState.Dashboard.Model.Overview;
using SessionState.Dashboard.Model.Trees;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class OverviewNumbersTests
{
    private static readonly ServerTree Small = ServerTree.Create("r0", FakeServer.Small().Rows());

    [Fact]
    public void Numbers_OfTheSmallServer_CountWhatIsSet()
    {
        var numbers = OverviewNumbers.Read(Small);

        // Without the plain folder, in which nothing is configured.
        Assert.Equal(11, numbers.Nodes);
        Assert.Equal([("On", 8), ("Off", 2), ("In error", 1)], numbers.States.Select(share => (share.Label, share.Count)));
        Assert.Equal([("Set here", 2), ("Inherited", 1), ("Default", 8)], numbers.Sources.Select(share => (share.Label, share.Count)));
        Assert.Equal([new("Contoso", 1), new SiteOverrides("Northwind", 1)], numbers.Sites);
        Assert.Equal(["Fabrikam/reports"], numbers.Broken.Select(row => row.Path));
    }

    [Fact]
    public void Numbers_EachOne_IsTheNumberOfRowsThatItsFilterFinds()
    {
        var numbers = OverviewNumbers.Read(Small);
        Share[] shares = [.. numbers.States, .. numbers.Sources, .. numbers.Modes, .. numbers.Locks];

        Assert.All(shares, share => Assert.Equal(share.Count, new TreeProjection(Small, share.Filter).Hits));
        Assert.Equal(numbers.Broken.Count, new TreeProjection(Small, OverviewNumbers.Problems).Hits);
        Assert.All(numbers.Sites, site => Assert.Equal(site.Count, new TreeProjection(Small, ExploreState.Parse($"http://host/{site.Url}").Filter).Hits));
    }

    [Fact]
    public void Numbers_OfNodesThatThePersonMayNotSee_AreNotCounted()
    {
        var bare = FakeServer.Small().Rows().Select(row => row with { IsBare = !row.Path.StartsWith("Northwind", StringComparison.Ordinal), Errors = 0 });

        var numbers = OverviewNumbers.Read(ServerTree.Create("r0", bare));

        Assert.Equal(1, numbers.Nodes);
        Assert.Equal([new("Northwind", 1)], numbers.Sites);
    }

    [Fact]
    public void Filter_OfASite_LeavesOutSitesWhoseNamesBeginAlike()
    {
        var tree = ServerTree.Create("r0", FakeServer.Small().Add("Contoso Intranet", NodeKind.Site, null).Rows());

        var rows = new TreeProjection(tree, new() { Under = "Contoso" });

        Assert.Equal(4, rows.Hits);
        Assert.All(rows.Rows.Skip(1), node => Assert.True(FakeServer.IsUnder(tree[node].Path, "Contoso")));
    }
}
