using AngleSharp.Dom;
using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Node;
using SessionState.Dashboard.Components.Pages;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Components;

/// <summary>Several changes as one: many nodes in the tree, and both kinds of sessions at a node.</summary>
public sealed class BulkTests : DashboardContext
{
    [Fact]
    public async Task Space_OnARow_MarksItInsteadOfOpeningIt()
    {
        var page = await ExploreAsync();

        await KeyAsync(page, "ArrowDown");
        await KeyAsync(page, " ");

        Assert.Equal("true", page.Row("Contoso").GetAttribute("aria-selected"));
        Assert.Contains("1 node selected", page.Find("[aria-label='Selected nodes']").Words(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".node-pane"));
    }

    [Fact]
    public async Task ShiftAndArrows_MarkARange()
    {
        var page = await ExploreAsync();

        await KeyAsync(page, "ArrowDown");
        await KeyAsync(page, "ArrowDown", shift: true);
        await KeyAsync(page, "ArrowDown", shift: true);

        Assert.Equal(
            ["Contoso", "Default Web Site", "Fabrikam"],
            page.FindAll("[role=row][aria-selected=true] .node-name").Select(name => name.Words().Split(' ', 2)[1]));
    }

    [Fact]
    public async Task Marked_TurnedOff_ArePlannedReviewedAndMadeAsOneChange()
    {
        var page = await ExploreAsync();
        await page.Find("[aria-label='Select Contoso']").ClickAsync(new());
        await page.Find("[aria-label='Select Woodgrove']").ClickAsync(new());
        await page.Button("Turn ASP sessions off…").ClickAsync(new());
        Assert.Contains("Turn ASP sessions off for 2 nodes", page.Find("dialog[class*=review] h2").Words(), StringComparison.Ordinal);

        await page.Button("Review change").ClickAsync(new());
        Assert.Contains("Say why.", page.Find("#joint-reason-error").Words(), StringComparison.Ordinal);
        await page.Find("#joint-reason").ChangeAsync(new() { Value = "No ASP there" });
        await page.Button("Review change").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal(2, Rows(page, "What changes").Length));
        Assert.Empty(Service.Applied);
        await page.FindAll("dialog .button-primary").Single(button => button.TextContent.StartsWith("Turn ASP", StringComparison.Ordinal)).ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("All of it was changed.", page.Find("dialog [role=status]").Words(), StringComparison.Ordinal));
        var applied = Assert.Single(Service.Applied);
        Assert.Equal(
            [new("Contoso", FakeDetails.AllowSessionState, ChangeAction.Set, "false", "MACHINE/WEBROOT/APPHOST"), new ChangeTarget("Woodgrove", FakeDetails.AllowSessionState, ChangeAction.Set, "false", "MACHINE/WEBROOT/APPHOST")],
            applied.Change.Targets);
        Assert.Equal("No ASP there", applied.Reason);
        Assert.StartsWith("Contoso ASP session state On Off", Rows(page, "What was changed")[0].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marked_InAnEmergencyWithAnOldSignIn_GoesToSignInAgainAndKeepsTheReason()
    {
        Service.Approvals.Need = new(["It is felt in more than 25 applications."], MayBreakGlass: true);
        Service.ApplyProblem = new(ProblemCodes.StepUpNeeded, "Sign in again", "An emergency takes a sign-in of the last 5 minutes.", 403);
        var page = await FormAsync(await ExploreAsync());
        await page.Find("#joint-reason").ChangeAsync(new() { Value = "The server is down" });
        await page.Button("Review change").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("dialog .check input")));
        await page.Find("dialog .check input").ChangeAsync(new() { Value = true });
        await page.Find("dialog .button-danger").ClickAsync(new());
        var tries = Service.Applied.Count;

        await page.Button("Sign in again").ClickAsync(new());

        Assert.StartsWith("http://localhost/signin?again=true&returnUrl=%2F", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(tries, Service.Applied.Count);
        Navigation.NavigateTo("explore");
        var again = await FormAsync(Render<Explore>());
        Assert.Equal("The server is down", again.Find("#joint-reason").GetAttribute("value") ?? again.Find("#joint-reason").TextContent);
    }

    [Fact]
    public async Task Marks_AfterTheResultWasRead_AreGone()
    {
        var page = await ExploreAsync();
        await page.Find("[aria-label='Select Contoso']").ClickAsync(new());

        await page.Button("Clear the selection").ClickAsync(new());

        Assert.Empty(page.FindAll("[aria-label='Selected nodes'], [role=row][aria-selected=true]"));
    }

    [Fact]
    public async Task Rows_ForSomebodyWhoMayChangeNothing_CannotBeMarked()
    {
        Service.Grants.Mine = FakeGrants.Everywhere(Permission.TreeRead, Permission.EffectiveRead);
        var page = await ExploreAsync();

        Assert.Empty(page.FindAll("input[type=checkbox].row-check"));
        Assert.Equal("false", page.Find("[role=treegrid]").GetAttribute("aria-multiselectable"));
    }

    [Fact]
    public async Task Refused_Change_SaysWhyAndNothingWasChanged()
    {
        var page = await ExploreAsync();
        await page.Find("[aria-label='Select Contoso']").ClickAsync(new());
        await page.Button("Turn ASP sessions off…").ClickAsync(new());
        await page.Find("#joint-reason").ChangeAsync(new() { Value = "No ASP there" });
        Service.PreviewProblem = new(ProblemCodes.Locked, "Locked", "Target 1 of 2 (Contoso): locked. Nothing was changed at any of them.", 409);

        await page.Button("Review change").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("Target 1 of 2", page.Find("dialog [role=alert]").Words(), StringComparison.Ordinal));
        Assert.Equal("No ASP there", page.Find("#joint-reason").GetAttribute("value") ?? page.Find("#joint-reason").TextContent);
    }

    [Fact]
    public async Task Change_ThatTakesASecondPerson_IsAskedForInsteadOfMade()
    {
        Service.Approvals.Need = new(["It reaches many nodes."], MayBreakGlass: false);
        var page = await ExploreAsync();
        await page.Find("[aria-label='Select Contoso']").ClickAsync(new());
        await page.Button("Turn ASP sessions off…").ClickAsync(new());
        await page.Find("#joint-reason").ChangeAsync(new() { Value = "No ASP there" });
        await page.Button("Review change").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("Somebody else must approve this first. It reaches many nodes.", page.Find("dialog .notice-info").Words(), StringComparison.Ordinal));

        await page.Button("Request approval").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("Asked for approval:", page.Find("dialog .notice-good").Words(), StringComparison.Ordinal));
        Assert.Empty(Service.Applied);
        Assert.Single(Service.Approvals.Items);
    }

    [Fact]
    public async Task AllOff_AtASite_HasBothHalvesEachWithWhatItMeans()
    {
        await StartFeedAsync();
        var pane = Render<NodePane>(parameters => parameters.Add(part => part.Path, "Contoso"));
        await pane.Button("Turn off all session state here…").ClickAsync(new());

        var halves = Rows(pane, "What is to be changed").Select(row => row.Words()).ToArray();
        Assert.Collection(
            halves,
            asp => Assert.StartsWith("Contoso ASP session state Classic ASP then keeps no Session object", asp, StringComparison.Ordinal),
            net => Assert.StartsWith("Contoso ASP.NET session mode ASP.NET then keeps no sessions", net, StringComparison.Ordinal));
        Assert.EndsWith("Off", halves[1], StringComparison.Ordinal);

        // Either can be left out.
        await pane.Find("[aria-label='Change ASP.NET session mode of Contoso']").ChangeAsync(new() { Value = false });
        await pane.Find("#joint-reason").ChangeAsync(new() { Value = "Only static files" });
        await pane.Button("Review change").ClickAsync(new());
        await pane.WaitForAssertionAsync(() => Assert.Single(Rows(pane, "What changes")));
    }

    [Fact]
    public async Task AllOff_ForSomebodyWhoMayChangeOneHalfOnly_IsNotOffered()
    {
        var all = FakeGrants.Everywhere(Permission.TreeRead, Permission.EffectiveRead);
        Service.Grants.Mine = all with { Permissions = [.. all.Permissions, new HeldRight(Permission.SessionSet, "Contoso", FakeDetails.AllowSessionState, false, null)] };
        await StartFeedAsync();

        Assert.False(Render<NodePane>(parameters => parameters.Add(part => part.Path, "Contoso")).HasButton("Turn off all session state here…"));
    }

    [Fact]
    public async Task AllOff_ForTheServerOrAFolder_IsNotOffered()
    {
        await StartFeedAsync();

        Assert.False(Render<NodePane>(parameters => parameters.Add(part => part.Path, "")).HasButton("Turn off all session state here…"));
        Assert.False(Render<NodePane>(parameters => parameters.Add(part => part.Path, "Contoso/images")).HasButton("Turn off all session state here…"));
    }

    // Up to the form of a change of one marked node.
    private static async Task<IRenderedComponent<Explore>> FormAsync(IRenderedComponent<Explore> page)
    {
        await page.Find("[aria-label='Select Contoso']").ClickAsync(new());
        await page.Button("Turn ASP sessions off…").ClickAsync(new());
        return page;
    }

    private static IElement[] Rows<T>(IRenderedComponent<T> page, string region)
        where T : Microsoft.AspNetCore.Components.IComponent => [.. page.FindAll($"[aria-label='{region}'] tbody tr")];

    private static Task KeyAsync(IRenderedComponent<Explore> page, string key, bool shift = false) =>
        page.Find("[role=treegrid]").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = key, ShiftKey = shift });

    private async Task<IRenderedComponent<Explore>> ExploreAsync()
    {
        await StartFeedAsync();
        return Render<Explore>();
    }
}
