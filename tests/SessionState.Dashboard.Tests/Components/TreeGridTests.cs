using Bunit;
using SessionState.Dashboard.Components.Tree;
using SessionState.Dashboard.Model.Trees;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Components;

public sealed class TreeGridTests : DashboardContext
{
    [Fact]
    public async Task Rows_DrawnAgainBeforeTheyAreRead_DoNotMindThatTheTreeShrank()
    {
        var projection = new TreeProjection(Rows.Sample(), NodeFilter.None);
        var grid = Render<TreeGrid>(parameters => parameters.Add(g => g.Projection, projection).Add(g => g.Marks, new ChangeMarks(TimeProvider.System)));
        Assert.Equal(["WEB01", "A", "B", "C"], grid.RowNames());

        projection.Replace(Rows.Tree("A"));
        grid.Render();
        await grid.InvokeAsync(grid.Instance.RefreshAsync);

        Assert.Equal(["WEB01", "A"], grid.RowNames());
    }
}
