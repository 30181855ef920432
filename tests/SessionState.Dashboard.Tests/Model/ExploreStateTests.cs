using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Tests.Model;

public sealed class ExploreStateTests
{
    [Fact]
    public void Address_OfEverything_ReadsBack()
    {
        var state = new ExploreState(
            "Contoso/50% & more",
            new() { Search = "a+b #1", Under = "Contoso", Asp = AspState.Error, AspNet = "off", Source = ValueSource.SetHere, Locked = false, Problems = true, AllFolders = true },
            ["Contoso", "Contoso/shop"]);

        var read = ExploreState.Parse("http://host/" + state.ToUrl());

        Assert.Equal(state.ToUrl(), read.ToUrl());
        Assert.Equal((state.Node, state.Filter), (read.Node, read.Filter));
        Assert.Equal(state.Open, read.Open);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("?node=", "")]
    [InlineData("?node=Contoso", "Contoso")]
    public void Node_MissingOrEmpty_IsNoneOrTheServer(string query, string? node) =>
        Assert.Equal(node, ExploreState.Parse($"http://host/explore{query}").Node);

    [Fact]
    public void Moves_ReportedLate_AreKnownAsOwnOnce()
    {
        var moves = new OwnMoves();
        moves.Add("explore?q=a");
        moves.Add("explore?q=ab");
        moves.Add("explore");

        Assert.True(moves.Arrived("explore?q=ab"));
        Assert.False(moves.Arrived("explore?q=a"));
        Assert.True(moves.Arrived("explore"));
        Assert.False(moves.Arrived("explore"));
    }

    [Fact]
    public void Address_OfTheDefault_IsShort() => Assert.Equal("explore", ExploreState.Default.ToUrl());

    [Fact]
    public void Address_WithNonsense_IsTheDefault()
    {
        var read = ExploreState.Parse("http://host/explore?asp=7&source=nowhere&locked=maybe&problems=&open=|&x=y");

        Assert.Equal(NodeFilter.None, read.Filter);
        Assert.Empty(read.Open);
    }

    [Fact]
    public void Address_OfVeryMuchOpen_StaysShort()
    {
        var state = ExploreState.Default with { Open = [.. Enumerable.Range(0, 5_000).Select(site => $"Site{site}")] };

        Assert.InRange(state.ToUrl().Length, 100, 2 * ExploreState.MaxOpenLength);
    }
}
