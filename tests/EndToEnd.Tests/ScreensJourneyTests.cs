using System.Text.RegularExpressions;
using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Somebody who runs the server: from the numbers to the nodes, several of them changed at once, two of them compared.</summary>
public sealed class ScreensJourneyTests(Chromium chromium) : IAsyncLifetime
{
    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Overview_NumberOfNodesWithErrors_LeadsToThem()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, "overview");
        var explore = new ExploreScreen(person.Page);

        await person.Page.GetByRole(AriaRole.List, new() { Name = "Classic ASP sessions" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^In error") }).ClickAsync();

        await Expect(person.Page).ToHaveURLAsync(new Regex("explore\\?asp=error$"));
        await Expect(explore.Row("Application orders")).ToBeVisibleAsync();
        await person.Page.GoBackAsync();
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        person.AssertNoComplaints();
    }

    [Fact]
    public async Task Sites_MarkedByKeyboard_AreChangedTogetherAndTheFocusComesBack()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, "explore");
        var (page, explore) = (person.Page, new ExploreScreen(person.Page));
        await Expect(explore.Row("Site Fabrikam")).ToBeVisibleAsync();
        await explore.Tree.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(explore.Row("Site Adventure Works")).ToHaveClassAsync(new Regex("active"));
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Selected nodes" })).ToContainTextAsync("1 node selected");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Selected nodes" })).ToContainTextAsync("2 nodes selected");

        await page.GetByRole(AriaRole.Button, new() { Name = "Turn ASP sessions off…" }).PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("No classic ASP there");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Review change" }).PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Turn ASP sessions off for 2 nodes" }).PressAsync("Enter");
        await Expect(dialog).ToContainTextAsync("All of it was changed.");
        Assert.Equal(2, Regex.Count(await File.ReadAllTextAsync(_dashboard.ApplicationHostConfig, Cancel), "<location path=\"(Adventure Works|Bäckerei Müller)\">"));

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.PressAsync("Enter");
        await Expect(explore.Tree).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Selected nodes" })).ToBeHiddenAsync();
        await Expect(explore.Row("Site Adventure Works")).ToContainTextAsync("Off");
        person.AssertNoComplaints();
    }

    [Fact]
    public async Task Column_LeftOut_StaysAwayAfterLoadingAnew()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, "explore");
        var (page, explore) = (person.Page, new ExploreScreen(person.Page));
        var header = page.GetByRole(AriaRole.Columnheader, new() { Name = "Last change" });
        await Expect(header).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).PressAsync("Enter");
        await page.GetByLabel("Last change").UncheckAsync();
        await Expect(header).ToBeHiddenAsync();
        await person.GoAsync("/explore");

        await Expect(explore.Row("Site Fabrikam")).ToBeVisibleAsync();
        await Expect(header).ToBeHiddenAsync();
        person.AssertNoComplaints();
    }

    [Fact]
    public async Task Comparison_Exported_IsATable()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, "compare?a=Contoso&b=Fabrikam");
        await Expect(person.Page.GetByRole(AriaRole.Region, new() { Name = "Settings" }).First).ToBeVisibleAsync();

        var download = await person.Page.RunAndWaitForDownloadAsync(() => person.Page.GetByRole(AriaRole.Button, new() { Name = "Export as CSV" }).ClickAsync());

        Assert.Equal("comparison.csv", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await download.PathAsync(), Cancel);
        Assert.Contains("\"system.webServer/asp/session@allowSessionState\",\"On\",\"default\",\"Off\",\"set here\",\"yes\"", text, StringComparison.Ordinal);
        person.AssertNoComplaints();
    }
}
