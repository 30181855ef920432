using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The main job on a screen of 400 pixels, the width of a phone or of a window at 320 % zoom.</summary>
public sealed class NarrowScreenTests(Chromium chromium) : IAsyncLifetime
{
    private const int Narrow = 400;

    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Application_SwitchedOff_OnANarrowScreenWithoutScrollingSideways()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, width: Narrow, height: 800);
        var (page, explore, audit) = (person.Page, new ExploreScreen(person.Page), new AuditScreen(person.Page));
        var report = new AccessibilityReport(page);
        await Expect(explore.Row("Site Fabrikam")).ToBeVisibleAsync();
        await AssertFitsAsync(page, "tree");

        await explore.OpenAsync("Contoso/hr", "Application hr");
        await AssertFitsAsync(page, "details");
        await explore.ReviewAsync("Off", "Changed on the way");
        await AssertFitsAsync(page, "review");
        await report.CheckAsync("review on a narrow screen");
        await explore.Apply.ClickAsync();
        await Expect(explore.Done).ToBeVisibleAsync();
        await Expect(explore.Value).ToContainTextAsync("Off, because it is set here");

        await audit.GoAsync();
        await Expect(audit.Rows.First).ToContainTextAsync("Changed on the way");
        await AssertFitsAsync(page, "audit");
        await audit.Rows.First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(audit.Record).ToBeVisibleAsync();
        await AssertFitsAsync(page, "record");
        await report.CheckAsync("record on a narrow screen");
        report.AssertClean();
    }

    private static async Task AssertFitsAsync(IPage page, string state)
    {
        var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(width <= Narrow, $"The {state} is {width} pixels wide.");
    }
}
