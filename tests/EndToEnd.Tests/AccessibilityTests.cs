using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Every screen and state, light and dark, by the rules of WCAG 2.2 AA that a program can check.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IAsyncLifetime
{
    /// <summary>Those that are looked at as they open.</summary>
    private static readonly string[] Screens = ["overview", "servers", "help", "compare?a=Contoso&b=Fabrikam&show=all", "evidence/1", "access"];

    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Screens_All_HaveNoViolations(bool dark)
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, dark: dark);
        var (page, explore, audit) = (person.Page, new ExploreScreen(person.Page), new AuditScreen(person.Page));
        var report = new AccessibilityReport(page);
        var colours = dark ? "dark" : "light";
        await Expect(explore.Row("Site Fabrikam")).ToBeVisibleAsync();
        await report.CheckAsync($"tree, {colours}");

        await explore.Search.FillAsync("no such thing");
        await Expect(page.GetByText("Clear filters").First).ToBeVisibleAsync();
        await report.CheckAsync($"tree without a hit, {colours}");

        await explore.OpenAsync("Contoso/shop", "Application shop");
        await report.CheckAsync($"details, {colours}");

        await explore.ReviewAsync("On", "Looking at it");
        await report.CheckAsync($"review, {colours}");
        await explore.Apply.ClickAsync();
        await Expect(explore.Done).ToBeVisibleAsync();
        await report.CheckAsync($"change done, {colours}");

        await audit.GoAsync();
        await Expect(audit.Rows.First).ToContainTextAsync("Looking at it");
        await report.CheckAsync($"audit, {colours}");
        await audit.Rows.First.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open record") }).ClickAsync();
        await Expect(audit.Record).ToContainTextAsync("This record is unchanged");
        await report.CheckAsync($"record, {colours}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Keyboard shortcuts" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        await report.CheckAsync($"shortcuts, {colours}");

        foreach (var screen in Screens)
        {
            await person.GoAsync($"/{screen}");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToBeVisibleAsync();
            await report.CheckAsync($"{screen}, {colours}");
        }

        await person.GoAsync("/not-found");
        await report.CheckAsync($"not found, {colours}");
        report.AssertClean();
    }

    [Fact]
    public async Task Screens_OnANarrowScreen_FitAndHaveNoViolations()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, width: 400, height: 800);
        var report = new AccessibilityReport(person.Page);
        foreach (var screen in Screens)
        {
            await person.GoAsync($"/{screen}");
            await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToBeVisibleAsync();
            await report.CheckAsync($"{screen} on a narrow screen");
            Assert.Equal((screen, 400), (screen, await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")));
        }

        report.AssertClean();
    }
}
