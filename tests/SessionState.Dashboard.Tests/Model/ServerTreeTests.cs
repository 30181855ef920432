using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class ServerTreeTests
{
    [Fact]
    public void Tree_InPreOrder_KnowsParentsAndEnds()
    {
        var tree = Rows.Sample();

        Assert.Equal([-1, 0, 1, 2, 1, 0, 0, 6], Enumerable.Range(0, tree.Count).Select(tree.Parent));
        Assert.Equal([8, 5, 4, 4, 5, 6, 8, 8], Enumerable.Range(0, tree.Count).Select(tree.End));
    }

    [Fact]
    public void IndexOf_InOtherCase_FindsTheNode()
    {
        var tree = Rows.Sample();

        Assert.Equal(3, tree.IndexOf("a/X/DEEP"));
        Assert.Equal(-1, tree.IndexOf("A/none"));
    }

    [Fact]
    public void With_OtherValues_SharesTheShape()
    {
        var tree = Rows.Sample();

        var after = tree.With("r1", tree[0], Site("B", Rows.Create("B", asp: false)));

        Assert.False(after[5].AspSession);
        Assert.True(after.HasShapeOf(tree));
        Assert.Equal("r1", after.Revision);
        Assert.True(tree[5].AspSession);
    }

    [Fact]
    public void With_NewNodesInASite_HasThemInPlace()
    {
        var tree = Rows.Sample();

        var after = tree.With("r1", tree[0], Site("B", Rows.Create("B"), Rows.Create("B/new")));

        Assert.Equal(["", "A", "A/x", "A/x/deep", "A/y", "B", "B/new", "C", "C/z"], Paths(after));
        Assert.Equal(7, after.Parent(8));
        Assert.False(after.HasShapeOf(tree));
    }

    [Fact]
    public void With_ANewSite_SortsItByName() =>
        Assert.Equal(["", "A", "A/x", "A/x/deep", "A/y", "B", "bb", "C", "C/z"], Paths(Rows.Sample().With("r1", Rows.Create(""), Site("bb", Rows.Create("bb")))));

    [Fact]
    public void With_NoRowsOfASite_DropsIt() =>
        Assert.Equal(["", "B", "C", "C/z"], Paths(Rows.Sample().With("r1", Rows.Create(""), Site("A"))));

    private static Dictionary<string, IReadOnlyList<NodeRow>> Site(string name, params NodeRow[] rows) => new() { [name] = rows };

    private static IEnumerable<string> Paths(ServerTree tree) => Enumerable.Range(0, tree.Count).Select(node => tree[node].Path);
}
