using Bunit;
using Microsoft.AspNetCore.Components;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Node;

namespace SessionState.Dashboard.Tests.Components;

public sealed class PagesTests : DashboardContext
{
    private static readonly PageFinding Cart = new(
        "Contoso/cart/add.asp", "/srv/contoso/cart/add.asp", PageRuntime.Asp, null, new("Session(…)", 7), 3, [], false, null);

    private static readonly PageFinding Status = new(
        "Contoso/status.asp", "/srv/contoso/status.asp", PageRuntime.Asp, new("False", 1), null, 0, [], true, "Runs without a session, although sessions are on here.");

    private static readonly PageFinding Global = new(
        "Contoso/global.asa", "/srv/contoso/global.asa", PageRuntime.Asp, null, null, 0, [new("Session_OnStart", 4)], false, null);

    [Fact]
    public async Task Pages_AreReadOnlyWhenSomebodyAsks()
    {
        var pane = await PaneAsync();
        Assert.Empty(Service.PageQueries);

        await pane.Button("Look through the pages").ClickAsync(new());

        Assert.Equal(["Contoso"], Service.PageQueries);
        Assert.Contains("3 pages were read", Card(pane), StringComparison.Ordinal);
        Assert.True(pane.HasButton("Look again"));
    }

    [Fact]
    public async Task Pages_ThatWereFound_AreListedByFileAndLine()
    {
        Service.Pages["Contoso"] = Found(Status, Cart, Global) with { Incomplete = "There are more: only the first 5000 pages were looked at." };
        var pane = await PaneAsync();

        await pane.Button("Look through the pages").ClickAsync(new());

        Assert.Equal(
            ["Pages that say otherwise 1", "Pages that use Session 1", "Session events 1"],
            pane.FindAll(".page-list > summary").Select(summary => summary.Words()));
        Assert.Equal(
            [
                "status.asp line 1 EnableSessionState=False Runs without a session, although sessions are on here.",
                "cart/add.asp line 7 Session(…) and 2 times more",
                "global.asa line 4 Session_OnStart",
            ],
            pane.FindAll(".page-list .finding").Select(finding => finding.Words()));
        Assert.Contains("only the first 5000 pages", Card(pane), StringComparison.Ordinal);
        Assert.Equal(
            "/srv/contoso/cart/add.asp:7: Session(…) and 2 times more",
            pane.Button("Copy the list: Pages that use Session").GetAttribute("data-copy"));
    }

    [Fact]
    public async Task Pages_ThatCouldNotBeRead_AreNamed()
    {
        Service.Pages["Contoso"] = Found() with { SkippedCount = 2, Skipped = [new("/srv/contoso/link.asp", "It is a link.")] };
        var pane = await PaneAsync();

        await pane.Button("Look through the pages").ClickAsync(new());

        Assert.Contains("2 pages or folders could not be read /srv/contoso/link.asp It is a link.", Card(pane), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_ManyOfThem_AreShownOnDemand()
    {
        Service.Pages["Contoso"] = Found([.. Enumerable.Range(0, 30).Select(i => Cart with { Path = $"Contoso/{i}.asp" })]);
        var pane = await PaneAsync();
        await pane.Button("Look through the pages").ClickAsync(new());
        Assert.Equal(20, pane.FindAll(".page-list .finding").Count);

        await pane.Button("Show all").ClickAsync(new());

        Assert.Equal(30, pane.FindAll(".page-list .finding").Count);
    }

    [Fact]
    public async Task Pages_OfAnotherRevision_AreForgotten()
    {
        Service.Pages["Contoso"] = Found(Cart);
        var pane = await PaneAsync();
        await pane.Button("Look through the pages").ClickAsync(new());
        Service.Server.Touch();

        pane.Render(parameters => parameters.Add(p => p.Revision, Service.Server.Revision));

        pane.WaitForAssertion(() => Assert.True(pane.HasButton("Look through the pages")));
    }

    [Fact]
    public async Task Pages_ServiceRefuses_SaysWhy()
    {
        var pane = await PaneAsync();
        Service.ReadProblem = new(ProblemCodes.Unavailable, "x", "Nobody answers.", 503);

        await pane.Button("Look through the pages").ClickAsync(new());

        Assert.Contains("Nobody answers.", Card(pane), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_HasNoPages() => Assert.False((await PaneAsync("")).HasButton("Look through the pages"));

    [Fact]
    public async Task Review_OfSwitchingOff_OffersToLookAndThenNamesWhatFails()
    {
        Service.Pages["Contoso"] = Found(Cart, Cart with { Path = "Contoso/pay.asp" });
        var pane = await ReviewedAsync("Off");
        Assert.Empty(Service.PageQueries);

        await pane.Button("Look for such pages").ClickAsync(new());

        pane.WaitForAssertion(() => Assert.Contains(
            "2 pages use Session and would fail: cart/add.asp line 7, pay.asp line 7.", pane.Find("dialog .review-pages").Words(), StringComparison.Ordinal));
        Assert.Contains("notice-warning", pane.Find("dialog .review-pages").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_AfterALook_SaysItAtOnce()
    {
        var pane = await PaneAsync();
        await pane.Button("Look through the pages").ClickAsync(new());

        await ReviewAsync(pane, "Off");

        Assert.StartsWith(
            "None of the 3 pages that were read here uses Session, as far as that can be seen.",
            pane.Find("dialog .review-pages").Words(),
            StringComparison.Ordinal);
        Assert.Single(Service.PageQueries);
    }

    [Fact]
    public async Task Review_OfSwitchingOn_SaysNothingOfPages()
    {
        var pane = await PaneAsync("Contoso/shop");

        await ReviewAsync(pane, "On");

        Assert.Empty(pane.FindAll("dialog .review-pages"));
    }

    [Fact]
    public async Task Needs_OpenThemselvesOnlyWhereSomethingIsMissing()
    {
        Service.Server.Requirements = [new("Classic ASP is installed", RequirementState.Met, "It is.", "/a.config", 3, null)];
        var pane = await PaneAsync();
        Assert.False(pane.Find(".needs").HasAttribute("open"));
        Assert.StartsWith("What it needs all is there", pane.Find(".needs").Words(), StringComparison.Ordinal);

        Service.Server.Requirements = [.. Service.Server.Requirements, new("Classic ASP is allowed to run", RequirementState.Missing, "It is not.", "/a.config", 9, "Allow it.")];
        Service.Server.Touch();
        pane.Render(parameters => parameters.Add(p => p.Revision, Service.Server.Revision));

        pane.WaitForAssertion(() => Assert.True(pane.Find(".needs").HasAttribute("open")));
        Assert.Contains("one thing is missing", pane.Find(".needs").Words(), StringComparison.Ordinal);
        Assert.Equal("Classic ASP is allowed to run: No It is not. a.config line 9 Allow it.", pane.Find(".finding-missing").Words());
    }

    private static NodePages Found(params PageFinding[] pages) => new(
        "Contoso", 12, pages.Count(page => page.FirstUse is not null), 0, pages.Count(page => page.SaysOtherwise), pages, pages.Length, [], 0, null);

    private static string Card(IRenderedComponent<NodePane> pane) => pane.Find("[aria-labelledby=pages-title]").Words();

    private async Task<IRenderedComponent<NodePane>> PaneAsync(string path = "Contoso")
    {
        await StartFeedAsync();
        return Render<NodePane>(parameters => parameters.Add(pane => pane.Path, path).Add(pane => pane.Revision, Service.Server.Revision));
    }

    private async Task<IRenderedComponent<NodePane>> ReviewedAsync(string option)
    {
        var pane = await PaneAsync();
        await ReviewAsync(pane, option);
        return pane;
    }

    private static async Task ReviewAsync(IRenderedComponent<NodePane> pane, string option)
    {
        var input = pane.FindAll(".segment").Single(label => label.Words().Split(' ')[0] == option).QuerySelector("input")!;
        await input.ChangeAsync(new ChangeEventArgs { Value = "on" });
        await pane.Field("Reason").ChangeAsync(new ChangeEventArgs { Value = "because" });
        await pane.Button("Review change").ClickAsync(new());
    }
}
