using Bunit;
using SessionState.Dashboard.Components.Node;

namespace SessionState.Dashboard.Tests.Components;

public sealed class LockTests : DashboardContext
{
    [Fact]
    public async Task Lock_OfALockedSection_IsExplainedAndCanBeOpened()
    {
        var pane = await PaneAsync("Contoso");
        Assert.Contains("Locked in applicationHost.config line 29", Card(pane, "Lock"), StringComparison.Ordinal);

        await pane.Button("Unlock here and below").ClickAsync(new());
        Assert.Contains("whoever writes a web.config of Contoso and below may set it", Card(pane, "Change"), StringComparison.Ordinal);
        await pane.Field("Reason").ChangeAsync(new() { Value = "They look after it themselves" });
        await pane.Button("Review change").ClickAsync(new());

        await pane.WaitForAssertionAsync(() => Assert.Contains("1 node starts failing", Words(pane, ".rehearsal"), StringComparison.Ordinal));
        Assert.Matches("Contoso/x ?: web.config line 4 ?, HTTP 500.19 with 0x80070021", Words(pane, ".rehearsal"));
        Assert.Contains("12 nodes may set it in their web.config from then on: Contoso, Contoso/shop", Words(pane, ".rehearsal"), StringComparison.Ordinal);
        Assert.Contains("Type Contoso to confirm", Words(pane, "dialog.review"), StringComparison.Ordinal);
        Assert.DoesNotContain("No effective value changes", Words(pane, "dialog.review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_GivenUp_LeavesTheFormAsItWas()
    {
        var pane = await PaneAsync("Contoso");
        await pane.Button("Unlock here and below").ClickAsync(new());

        await pane.Button("Cancel").ClickAsync(new());

        Assert.False(pane.HasButton("Review change"));
        Assert.NotEmpty(pane.FindAll(".segment"));
    }

    [Fact]
    public async Task Problem_OfALockInTheNodesOwnFile_OffersToTakeItOut()
    {
        var pane = await PaneAsync("Fabrikam/reports");

        await pane.Button("Take it out of this file").ClickAsync(new());

        Assert.Contains("Takes out of web.config what a lock forbids", Card(pane, "Change"), StringComparison.Ordinal);
        Assert.True(pane.HasButton("Review change"));
    }

    private static string Card(IRenderedComponent<NodePane> pane, string title) =>
        pane.FindAll("section.card").Single(card => card.QuerySelector("h3")?.Words().Split(' ')[0] == title).Words();

    private static string Words(IRenderedComponent<NodePane> pane, string selector) => pane.Find(selector).Words();

    private async Task<IRenderedComponent<NodePane>> PaneAsync(string path)
    {
        await StartFeedAsync();
        var pane = Render<NodePane>(parameters => parameters.Add(p => p.Path, path).Add(p => p.Revision, Service.Server.Revision));
        await pane.WaitForAssertionAsync(() => Assert.NotEmpty(pane.FindAll("#lock-title")));
        return pane;
    }
}
