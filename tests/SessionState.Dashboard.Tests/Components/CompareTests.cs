using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Pages;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Components;

public sealed class CompareTests : DashboardContext
{
    [Fact]
    public async Task Compare_TwoNodes_ShowsWhatDiffers()
    {
        var page = await CompareAsync("compare?a=Contoso/shop&b=Contoso");

        Assert.Contains("1 setting", page.Find(".compare-actions [role=status]").Words(), StringComparison.Ordinal);
        Assert.Equal("ASP session state system.webServer/asp/session@allowSessionState Off set here On default differs", page.Find("[aria-labelledby=compared-settings] tbody tr").Words());
    }

    [Fact]
    public async Task Compare_AlsoWhatIsTheSame_IsInTheAddress()
    {
        var page = await CompareAsync("compare?a=Contoso/shop&b=Contoso");

        await page.Field("Also what is the same").ChangeAsync(new() { Value = true });

        Assert.EndsWith("show=all", Navigation.Uri, StringComparison.Ordinal);
        await page.WaitForAssertionAsync(() => Assert.Equal(8, page.FindAll("[aria-labelledby=compared-settings] tbody tr").Count));
    }

    [Fact]
    public async Task Picked_Node_IsInTheAddress()
    {
        var page = await CompareAsync("compare?a=Contoso");
        Assert.Contains("Choose two nodes.", page.Markup, StringComparison.Ordinal);

        await page.Field("Second node").ChangeAsync(new() { Value = "Northwind" });

        Assert.EndsWith("compare?a=Contoso&b=Northwind", Navigation.Uri, StringComparison.Ordinal);
        await page.WaitForAssertionAsync(() => Assert.Contains("settings have the same value", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Picked_Server_IsTheServer()
    {
        var page = await CompareAsync("compare?a=Contoso");

        await page.Field("Second node").ChangeAsync(new() { Value = "Server" });

        Assert.EndsWith("compare?a=Contoso&b=", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Difference_Applied_GoesThroughTheReview()
    {
        var page = await CompareAsync("compare?a=Contoso/shop&b=Contoso");
        await page.Button("Make the second like the first…").ClickAsync(new());
        await page.Find("#joint-reason").ChangeAsync(new() { Value = "Like the shop" });
        await page.Button("Review change").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("Turn ASP sessions off", page.Find("dialog .review-summary").Words(), StringComparison.Ordinal));

        await page.FindAll("dialog .button-primary")[0].ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Single(Service.Applied));
        Assert.Equal("Contoso", Service.Applied[0].Change.First.Path);
    }

    [Fact]
    public async Task Difference_ForSomebodyWhoMayNotChangeIt_IsOnlyShown()
    {
        Service.Grants.Mine = FakeGrants.Everywhere(Permission.TreeRead, Permission.EffectiveRead);
        var page = await CompareAsync("compare?a=Contoso/shop&b=Contoso");

        Assert.False(page.HasButton("Make the second like the first…"));
        Assert.StartsWith("\"Kind\"", page.Find("[data-save]").GetAttribute("data-save"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_ThatIsNotThere_SaysSo()
    {
        var page = await CompareAsync("compare?a=Contoso&b=Nowhere");

        Assert.Contains("There is no node Nowhere.", page.Find("[role=alert]").Words(), StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<Compare>> CompareAsync(string address)
    {
        await StartFeedAsync();
        Navigation.NavigateTo(address);
        return Render<Compare>();
    }
}
