using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Pages;

namespace SessionState.Dashboard.Tests.Components;

public sealed class ExploreTests : DashboardContext
{
    [Fact]
    public async Task Tree_IsATreeGridWithEveryThingSaid()
    {
        var page = await ExploreAsync();

        var grid = page.Find("[role=treegrid]");
        Assert.Equal(["Node", "ASP session", "ASP.NET", "Set at", "Lock", "Last change"], page.FindAll("[role=columnheader]").Select(header => header.Words()));
        Assert.Equal(("7", "0"), (grid.GetAttribute("aria-rowcount"), grid.GetAttribute("tabindex")));
        var contoso = page.Row("Contoso");
        Assert.Equal(("2", "1", "5", "false", "false"), (
            contoso.GetAttribute("aria-level"), contoso.GetAttribute("aria-posinset"), contoso.GetAttribute("aria-setsize"),
            contoso.GetAttribute("aria-expanded"), contoso.GetAttribute("aria-selected")));
        Assert.Null(page.Row("Default Web Site").GetAttribute("aria-expanded"));
        Assert.Equal(["Site Contoso http://www.contoso.com", "On default", "InProc", "— nowhere", "Locked", ""], Cells(contoso));
        Assert.Equal("On set here", Cells(page.Row("Northwind"))[1]);
    }

    [Fact]
    public async Task Search_KeepsTheWayMarksTheHitAndCounts()
    {
        var page = await ExploreAsync();

        await page.Field("Search sites and applications").InputAsync(new() { Value = "check" });

        Assert.Equal(["WEB01", "Contoso", "shop", "checkout"], page.RowNames());
        Assert.Equal("check", page.Find("mark").TextContent);
        Assert.Equal("1 of 11 nodes", page.Find(".hit-count").Words());
        Assert.EndsWith("/explore?q=check", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("Off inherited from shop", Cells(page.Row("checkout"))[1]);
    }

    [Fact]
    public async Task Search_WithoutHits_OffersTheWayOut()
    {
        var page = await ExploreAsync("explore?q=nothing&asp=off");

        Assert.Contains("Nothing here matches “nothing”.", page.Find(".empty").Words(), StringComparison.Ordinal);
        await page.FindAll(".empty button")[0].ClickAsync(new());

        Assert.Equal(6, page.RowNames().Length);
        Assert.EndsWith("/explore", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chips_FilterWithCountsAndAreInTheAddress()
    {
        var page = await ExploreAsync();
        Assert.Equal("Off 2", page.Chip("Off").Words());

        await page.Chip("Off").ClickAsync(new());

        Assert.Equal("true", page.Chip("Off").GetAttribute("aria-pressed"));
        Assert.Equal(["WEB01", "Contoso", "shop", "checkout"], page.RowNames());
        Assert.EndsWith("/explore?asp=off", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_AreFoundByTheirChip()
    {
        var page = await ExploreAsync();

        await page.Chip("Problems").ClickAsync(new());

        Assert.Equal("Error configuration error", Cells(page.Row("reports 1 problem"))[1]);
    }

    [Fact]
    public async Task Folders_WithNothingConfigured_AppearOnDemand()
    {
        var page = await ExploreAsync("explore?open=Contoso|Contoso/shop");
        Assert.DoesNotContain("plain", page.RowNames());

        await page.Field("All folders").ChangeAsync(new() { Value = true });

        Assert.Contains("plain", page.RowNames());
    }

    [Fact]
    public async Task Keys_MoveOpenAndShowTheDetails()
    {
        var page = await ExploreAsync();

        await KeysAsync(page, "ArrowDown", "ArrowRight", "ArrowRight", "ArrowDown");

        Assert.Equal(page.Row("shop").Id, page.Find("[role=treegrid]").GetAttribute("aria-activedescendant"));
        Assert.Equal("true", page.Row("Contoso").GetAttribute("aria-expanded"));
        await KeysAsync(page, "Enter");
        Assert.Equal("true", page.Row("shop").GetAttribute("aria-current"));
        Assert.Equal("shop", page.Find(".split-details h2").Words());
        Assert.EndsWith("/explore?node=Contoso%2Fshop&open=Contoso", Navigation.Uri, StringComparison.Ordinal);
        await KeysAsync(page, "Escape");
        Assert.Empty(page.FindAll(".split-details"));
    }

    [Fact]
    public async Task Back_ToTheAddressBefore_ShowsWhatWasThere()
    {
        var page = await ExploreAsync();
        await page.Row("Contoso").ClickAsync(new());
        await page.Row("Northwind").ClickAsync(new());

        Navigation.NavigateTo("explore?node=Contoso");

        await page.WaitForAssertionAsync(() => Assert.Equal("Contoso", page.Find(".split-details h2").Words()));
    }

    [Fact]
    public async Task Change_BySomebodyElse_RepaintsTheRowAndSaysWho()
    {
        var page = await ExploreAsync();
        Service.Server.Change("Northwind", false, new(9, DateTimeOffset.UnixEpoch, "Bob Desk"));

        Service.Publish("Northwind", "Bob Desk");

        await page.WaitForAssertionAsync(() => Assert.Equal("Off set here", Cells(page.Row("Northwind"))[1]));
        Assert.Contains("changed by Bob Desk just now", page.Row("Northwind").Words(), StringComparison.Ordinal);
        Assert.Equal("audit?record=9", page.Row("Northwind").QuerySelector(".cell-last a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Server_NotAnswering_IsSaidWithAWayOut()
    {
        (Service.IsDeaf, Service.ReadProblem) = (true, new(ProblemCodes.Unavailable, "Unavailable", "Nothing answers.", 503) { Remedy = "Start the service." });
        await StartFeedAsync();

        var page = Render<Explore>();

        var alert = page.Find("[role=alert]").Words();
        Assert.Contains("The configuration service does not answer. Nothing answers.", alert, StringComparison.Ordinal);
        Assert.Contains("Start the service.", alert, StringComparison.Ordinal);
        Assert.True(page.HasButton("Try again"));
    }

    [Fact]
    public void Server_NotReadYet_ShowsThatItIsBeingRead()
    {
        Service.IsDeaf = true;

        Assert.NotNull(Render<Explore>().Find("[role=status][aria-label='Reading the sites']"));
    }

    private static string[] Cells(IElement row) => [.. row.QuerySelectorAll("[role=gridcell]").Select(cell => cell.Words())];

    private static async Task KeysAsync(IRenderedComponent<Explore> page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Find("[role=treegrid]").KeyDownAsync(new KeyboardEventArgs { Key = key });
        }
    }

    private async Task<IRenderedComponent<Explore>> ExploreAsync(string address = "explore")
    {
        await StartFeedAsync();
        Navigation.NavigateTo(address);
        return Render<Explore>();
    }
}
