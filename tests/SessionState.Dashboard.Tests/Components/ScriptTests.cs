using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Node;
using SessionState.Dashboard.Model.Scripts;

namespace SessionState.Dashboard.Tests.Components;

/// <summary>The change as a command or script, beside the form and in the review.</summary>
public sealed class ScriptTests : DashboardContext
{
    [Fact]
    public async Task Card_Closed_AsksForNothing()
    {
        await PaneAsync();

        Assert.Empty(Service.Scripts);
    }

    [Fact]
    public async Task Card_Opened_ShowsTheCommandForWhatHoldsNow()
    {
        var pane = await OpenedAsync();

        Assert.Equal("AppCmd Set false \"Contoso/shop\"", pane.Find(".script").Words());
        Assert.Equal("AppCmd Set false \"Contoso/shop\"\n", pane.Button("Copy").GetAttribute("data-copy"));
        Assert.Equal(
            ("file: AppCmd Set false \"Contoso/shop\"\n", "change-session-state.cmd"),
            (pane.Button("Download").GetAttribute("data-save"), pane.Button("Download").GetAttribute("data-save-as")));
        Assert.Contains("Mind the gap.", pane.Find(".scripts").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_ValueChosen_FollowsTheForm()
    {
        var pane = await OpenedAsync();

        await pane.FindAll(".choice input[type=radio]")[0].ChangeAsync(new() { Value = "on" });

        Assert.Equal("AppCmd Set true \"Contoso/shop\"", pane.Find(".script").Words());
    }

    [Fact]
    public async Task Card_OtherSide_ShowsWhatTakesItBack()
    {
        var pane = await OpenedAsync();

        await pane.FindAll(".scripts input[type=radio]")[1].ChangeAsync(new() { Value = "on" });

        Assert.Equal("undo AppCmd Set false \"Contoso/shop\"", pane.Find(".script").Words());
        Assert.Equal("take-back-session-state.cmd", pane.Button("Download").GetAttribute("data-save-as"));
    }

    [Fact]
    public async Task Card_LanguageThatCannot_SaysWhy()
    {
        var pane = await OpenedAsync();

        await pane.Field("Language").ChangeAsync(new() { Value = "VbScript" });

        Assert.Contains("Not possible with VBScript. It was never taught.", pane.Find(".scripts").Words(), StringComparison.Ordinal);
        Assert.False(pane.HasButton("Download"));
    }

    [Fact]
    public void Kinds_All_OfferEveryLanguageOnce() =>
        Assert.Equal(Enum.GetValues<ScriptLanguage>().Order(), ScriptKind.All.Select(kind => kind.Language).Order());

    private async Task<IRenderedComponent<NodePane>> OpenedAsync()
    {
        var pane = await PaneAsync();
        await pane.Find("details.scripts").TriggerEventAsync("ontoggle", EventArgs.Empty);
        return pane;
    }

    private async Task<IRenderedComponent<NodePane>> PaneAsync()
    {
        await StartFeedAsync();
        var pane = Render<NodePane>(parameters => parameters.Add(p => p.Path, "Contoso/shop").Add(p => p.Revision, Service.Server.Revision));
        await pane.WaitForAssertionAsync(() => Assert.NotEmpty(pane.FindAll("details.scripts")));
        return pane;
    }
}
