using SessionState.Dashboard.Model.Trees;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class TreeKeysTests
{
    private readonly TestClock _clock = new();
    private readonly TreeProjection _tree = new(Rows.Sample(), NodeFilter.None);

    [Theory]
    [InlineData("ArrowDown", "A", "B")]
    [InlineData("ArrowDown", "C", "C")]
    [InlineData("ArrowUp", "A", "")]
    [InlineData("ArrowUp", "", "")]
    [InlineData("Home", "C", "")]
    [InlineData("End", "A", "C")]
    [InlineData("PageDown", "", "B")]
    [InlineData("PageUp", "C", "A")]
    [InlineData("ArrowLeft", "B", "")]
    [InlineData("c", "A", "C")]
    [InlineData("F5", "B", "B")]
    public void Key_InAClosedTree_MovesTo(string key, string from, string to) => Assert.Equal(to, Press(from, key));

    [Fact]
    public void Right_OpensThenStepsInThenStays()
    {
        Assert.Equal("A", Press("A", "ArrowRight"));
        Assert.True(_tree.IsExpanded(1));
        Assert.Equal("A/x", Press("A", "ArrowRight"));
        Assert.Equal("A/y", Press("A/y", "ArrowRight"));
    }

    [Fact]
    public void Left_ClosesThenStepsOut()
    {
        _tree.ExpandAll();

        Assert.Equal("A/x/deep", Press("A/x/deep", "ArrowRight"));
        Assert.Equal("A/x", Press("A/x/deep", "ArrowLeft"));
        Assert.Equal("A/x", Press("A/x", "ArrowLeft"));
        Assert.False(_tree.IsExpanded(2));
        Assert.Equal("A", Press("A/x", "ArrowLeft"));
    }

    [Fact]
    public void Star_OpensEveryNodeOfTheLevel()
    {
        Press("B", "*");

        Assert.Equal(["", "A", "A/x", "A/y", "B", "C", "C/z"], _tree.Paths());
    }

    [Theory]
    [InlineData("Enter", true)]
    [InlineData(" ", false)]
    public void EnterAndSpace_OpenTheDetailsUnlessSpaceCanMark(string key, bool enters)
    {
        var result = new TreeKeys(new(_clock)).Handle(_tree, 1, key, 2);

        Assert.Equal(new KeyResult(1, Opens: true, Enters: enters, Marks: !enters), result);
    }

    [Fact]
    public void Letters_TypedQuickly_AreOneName()
    {
        var tree = new TreeProjection(Rows.Tree("Alpha", "Beta", "Bravo", "Bar"), NodeFilter.None);
        var keys = new TreeKeys(new(_clock));

        Assert.Equal(2, keys.Handle(tree, 1, "b", 2).Active);
        Assert.Equal(3, keys.Handle(tree, 2, "r", 2).Active);
        _clock.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(4, keys.Handle(tree, 3, "b", 2).Active);
        Assert.Equal(2, keys.Handle(tree, 4, "b", 2).Active);
    }

    private string Press(string from, string key)
    {
        var result = new TreeKeys(new(_clock)).Handle(_tree, _tree.Tree.IndexOf(from), key, 2);
        return _tree.Tree[result.Active].Path;
    }
}
