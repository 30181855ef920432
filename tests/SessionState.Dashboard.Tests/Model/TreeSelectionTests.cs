using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class TreeSelectionTests
{
    private static readonly ServerTree Small = ServerTree.Create("r0", FakeServer.Small().Rows());
    private readonly TreeSelection _selection = new();

    [Fact]
    public void Toggle_Twice_TakesTheMarkAway()
    {
        _selection.Toggle("Contoso");
        _selection.Toggle("contoso");

        Assert.Equal(0, _selection.Count);
    }

    [Fact]
    public void Extend_FromAMark_MarksTheVisibleNodesBetween()
    {
        _selection.Toggle("Contoso");
        _selection.Extend(new(Small, NodeFilter.None), "Fabrikam");

        // What is closed below Contoso is not seen, and so not marked.
        Assert.Equal(["Contoso", "Default Web Site", "Fabrikam"], _selection.Paths(Small));
    }

    [Fact]
    public void Extend_Upwards_MarksTheSame()
    {
        _selection.Toggle("Fabrikam");
        _selection.Extend(new(Small, NodeFilter.None), "Contoso");

        Assert.Equal(3, _selection.Count);
    }

    [Fact]
    public void AddHits_OfAFilter_LeavesOutTheWayToThem()
    {
        _selection.AddHits(new(Small, new() { Asp = AspState.Off }));

        Assert.Equal(["Contoso/shop", "Contoso/shop/checkout"], _selection.Paths(Small));
    }

    [Fact]
    public void AddHits_WithoutValues_IsNothing()
    {
        var bare = ServerTree.Create("r0", FakeServer.Small().Rows().Select(row => row with { IsBare = true }));

        _selection.AddHits(new(bare, NodeFilter.None));

        Assert.Equal(0, _selection.Count);
    }

    [Fact]
    public void Paths_OfANodeThatIsGone_LeaveItOut()
    {
        _selection.Toggle("Contoso");
        _selection.Toggle("No such site");

        Assert.Equal(["Contoso"], _selection.Paths(Small));
    }

    [Fact]
    public void Selection_OfMoreThanAChangeTakes_SaysSo()
    {
        foreach (var site in Enumerable.Range(0, ChangeRequest.MaxTargets + 1))
        {
            _selection.Toggle($"Site{site}");
        }

        Assert.True(_selection.IsTooMany);
    }
}
