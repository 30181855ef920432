using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Node;

namespace SessionState.Dashboard.Tests.Components;

public sealed class ConflictTests : DashboardContext
{
    [Fact]
    public async Task Form_SomebodyChangesTheSameMeanwhile_ShowsBaseTheirsAndYours()
    {
        var pane = await DisputedAsync();

        Assert.Equal(
            ["When you began On default", "Theirs, as it is now On set here", "Yours Off"],
            pane.FindAll(".change-card .conflict-table tr").Select(row => row.Words()));
    }

    [Fact]
    public async Task Form_KeepMine_GoesOnWithIt()
    {
        var pane = await DisputedAsync();

        await pane.Button("Keep mine").ClickAsync(new());

        Assert.Empty(pane.FindAll(".conflict-table"));
        Assert.True(pane.HasButton("Review change"));
    }

    [Fact]
    public async Task Form_TakeTheirs_HasNothingToChange()
    {
        var pane = await DisputedAsync();

        await pane.Button("Take theirs").ClickAsync(new());

        Assert.False(pane.HasButton("Review change"));
    }

    private async Task<IRenderedComponent<NodePane>> DisputedAsync()
    {
        await StartFeedAsync();
        var pane = Render<NodePane>(parameters => parameters.Add(part => part.Path, "Contoso").Add(part => part.Revision, "r0"));
        await pane.FindAll("input[name=change-choice]")[1].ChangeAsync(new());
        Service.Server.Change("Contoso", true, new LastChange(1, DateTimeOffset.UnixEpoch, "Bob"));
        pane.Render(parameters => parameters.Add(part => part.Path, "Contoso").Add(part => part.Revision, "r1"));
        return pane;
    }
}
