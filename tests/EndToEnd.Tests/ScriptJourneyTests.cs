using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A change as a script: found, chosen, copied and saved, also by keyboard and on a narrow screen.</summary>
public sealed class ScriptJourneyTests(Chromium chromium) : IAsyncLifetime
{
    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Review_Script_IsChosenCopiedAndSaved()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard);
        var (page, explore) = (person.Page, new ExploreScreen(person.Page));
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await explore.OpenAsync("Contoso/shop", "Application shop");
        await explore.ReviewAsync("On", "As a script");
        var card = explore.Review.Locator("details.scripts");

        await card.GetByText("As a command or script").ClickAsync();
        await Expect(card.GetByRole(AriaRole.Region)).ToContainTextAsync("appcmd.exe set config \"Contoso/shop\" -section:system.webServer/asp /session.allowSessionState:\"True\" /commit:apphost");
        await card.GetByLabel("Language").SelectOptionAsync(new SelectOptionValue { Label = "WebAdministration" });
        await Expect(card.GetByRole(AriaRole.Region)).ToContainTextAsync("-Name 'allowSessionState' -Value $true");
        await card.GetByText("Take it back").ClickAsync();
        await Expect(card.GetByRole(AriaRole.Region)).ToContainTextAsync("-Name 'allowSessionState' -Value $false");

        await card.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).ClickAsync();
        Assert.Contains("-Value $false", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
        var download = await page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        Assert.Equal("take-back-session-state.ps1", download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), Cancel);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        person.AssertNoComplaints();
    }

    [Fact]
    public async Task Review_ScriptOfWhatIsNotPossible_SaysWhy()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard);
        var (page, explore) = (person.Page, new ExploreScreen(person.Page));
        await explore.OpenAsync("Contoso/shop", "Application shop");
        await page.GetByLabel("Setting to change").SelectOptionAsync(new SelectOptionValue { Label = "ASP.NET session cookie SameSite" });
        var card = explore.Details.Locator("details.scripts");

        await card.GetByText("As a command or script").ClickAsync();
        await card.GetByLabel("Language").SelectOptionAsync(new SelectOptionValue { Label = "WMI (VBScript)" });

        await Expect(card).ToContainTextAsync("Not possible with WMI (VBScript). The WMI provider has no property for cookieSameSite");
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task Card_Open_IsAccessibleAndFits(int width, bool dark)
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, width: width, height: 800, dark: dark);
        var (page, explore) = (person.Page, new ExploreScreen(person.Page));
        var report = new AccessibilityReport(page);
        await explore.OpenAsync("Contoso/hr", "Application hr");

        // By keyboard alone: the summary, the language, the side.
        await explore.Details.Locator("details.scripts summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(explore.Details.Locator("details.scripts").GetByRole(AriaRole.Region)).ToContainTextAsync("Contoso/hr");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Web");
        await Expect(explore.Details.Locator("details.scripts").GetByRole(AriaRole.Region)).ToContainTextAsync("Import-Module WebAdministration");
        await report.CheckAsync($"script beside the form, {width}, {dark}");

        await explore.ReviewAsync("Off", "Looking at it");
        await explore.Review.Locator("details.scripts summary").ClickAsync();
        await Expect(explore.Review.Locator("details.scripts").GetByRole(AriaRole.Region)).ToContainTextAsync("appcmd");
        await report.CheckAsync($"script in the review, {width}, {dark}");
        report.AssertClean();
        var found = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(found <= width, $"The page is {found} pixels wide.");
    }
}
