using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class TreeProjectionTests
{
    [Fact]
    public void Rows_AtFirst_AreServerAndSites() => Assert.Equal(["", "A", "B", "C"], Create().Paths());

    [Fact]
    public void Expand_ClosedAgainAndOpened_RemembersWhatIsOpenBelow()
    {
        var projection = Create();
        projection.Expand(1);
        projection.Expand(2);
        projection.Collapse(1);
        projection.Toggle(1);

        Assert.Equal(["", "A", "A/x", "A/x/deep", "A/y", "B", "C"], projection.Paths());
    }

    [Fact]
    public void Collapse_OfTheServer_DoesNothing()
    {
        var projection = Create();
        projection.Collapse(0);

        Assert.Equal(4, projection.Rows.Count);
    }

    [Fact]
    public void Filter_ByName_KeepsTheWayAndComesOpen()
    {
        var projection = Create(new NodeFilter { Search = "deep" });

        Assert.Equal(["", "A", "A/x", "A/x/deep"], projection.Paths());
        Assert.Equal(1, projection.Hits);
    }

    [Fact]
    public void Filter_BySite_KeepsWhatIsBelowButClosed()
    {
        var projection = new TreeProjection(Rows.Tree("Alpha", "Alpha/x", "Beta"), new NodeFilter { Search = "alp" });

        Assert.Equal(["", "Alpha"], projection.Paths());
        projection.Expand(1);
        Assert.Equal(["", "Alpha", "Alpha/x"], projection.Paths());
    }

    [Fact]
    public void Filter_Lifted_BringsBackWhatWasOpen()
    {
        var projection = Create();
        projection.Expand(6);
        projection.Apply(new() { Search = "deep" });
        projection.CollapseAll();
        projection.Apply(NodeFilter.None);

        Assert.Equal(["", "A", "B", "C", "C/z"], projection.Paths());
    }

    [Fact]
    public void PlainFolders_AreShownOnlyOnDemand()
    {
        var tree = ServerTree.Create("r0", [Rows.Create(""), Rows.Create("A"), Rows.Create("A/plain", configured: false)]);
        var projection = new TreeProjection(tree, NodeFilter.None);

        Assert.False(projection.HasChildren(1));
        Assert.Equal(2, projection.Total);
        projection.Apply(new() { AllFolders = true });
        Assert.True(projection.HasChildren(1));
        Assert.Equal(3, projection.Total);
    }

    [Fact]
    public void Place_CountsVisibleSiblingsOnly()
    {
        var projection = Create(new NodeFilter { Search = "a/" });

        Assert.Equal((1, 1), projection.Place(1));
        Assert.Equal((2, 2), projection.Place(4));
    }

    [Fact]
    public void Reveal_OpensTheWay()
    {
        var projection = Create();

        Assert.True(projection.Reveal(3));
        Assert.Equal(3, projection.IndexOf(3));
    }

    [Fact]
    public void Reveal_OfWhatTheFilterHides_SaysNo() => Assert.False(Create(new NodeFilter { Search = "z" }).Reveal(3));

    [Fact]
    public void Replace_WithOtherNodes_KeepsOpenWhatIsStillThere()
    {
        var projection = Create();
        projection.Expand(1);
        projection.Expand(6);
        projection.Replace(Rows.Tree("0", "A", "A/x", "B", "C", "C/z"));

        Assert.Equal(["", "0", "A", "A/x", "B", "C", "C/z"], projection.Paths());
    }

    [Fact]
    public void OpenPaths_AndOpenOnly_AreInverse()
    {
        var projection = Create();
        projection.Expand(1);
        projection.Expand(6);
        var other = Create();
        other.OpenOnly([.. projection.OpenPaths(), "gone"]);

        Assert.Equal(projection.Paths(), other.Paths());
    }

    [Fact]
    public void ExpandSiblings_OpensTheLevel()
    {
        var projection = Create();
        projection.ExpandSiblings(5);

        Assert.Equal(["", "A", "A/x", "A/y", "B", "C", "C/z"], projection.Paths());
    }

    [Fact]
    public void Counts_SayWhatEachChoiceWouldShow()
    {
        var tree = ServerTree.Create("r0",
        [
            Rows.Create(""), Rows.Create("A", asp: false, source: ValueSource.SetHere), Rows.Create("B", asp: true, source: ValueSource.SetHere, locked: false),
            Rows.Create("C", asp: null, errors: 1),
        ]);
        var counts = new TreeProjection(tree, new() { Asp = AspState.Off }).Counts;

        Assert.Equal((2, 1, 1), (counts.Of(AspState.On), counts.Of(AspState.Off), counts.Of(AspState.Error)));
        Assert.Equal((1, 0), (counts.Of(ValueSource.SetHere), counts.Of(ValueSource.Default)));
        Assert.Equal((1, 0, 0), (counts.Locked, counts.Open, counts.Problems));
    }

    [Fact]
    public void Modes_ThatOccur_AreCountedAndFilter()
    {
        var tree = ServerTree.Create("r0", [Rows.Create(""), Rows.Create("A", mode: "Off"), Rows.Create("B", mode: "StateServer"), Rows.Create("C", mode: null)]);
        var projection = new TreeProjection(tree, new() { AspNet = "off" });

        Assert.Equal([("InProc", 1), ("Off", 1), ("StateServer", 1)], projection.Counts.Modes.Select(mode => (mode.Key, mode.Value)));
        Assert.Equal(["", "A"], projection.Paths());
    }

    private static TreeProjection Create(NodeFilter? filter = null) => new(Rows.Sample(), filter ?? NodeFilter.None);
}
