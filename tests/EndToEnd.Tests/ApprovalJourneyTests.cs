using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The demo's operator asks, its approver decides, and nobody can be both (ASVS 2.3.5).</summary>
public sealed class ApprovalJourneyTests(Chromium chromium) : IAsyncLifetime
{
    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData(1280, false)]
    [InlineData(400, true)]
    public async Task WholeServer_AskedForByTheOperator_IsApprovedLiveAndMadeByThem(int width, bool dark)
    {
        var before = await File.ReadAllTextAsync(_dashboard.ApplicationHostConfig, Cancel);
        var omar = await SignInAsync("Omar Haddad", width, dark);
        var paolo = await SignInAsync("Paolo Conti", width, dark);
        var report = new AccessibilityReport(omar);
        await paolo.GotoAsync("approvals");
        await Expect(paolo.GetByText("Nothing waits for an approval.")).ToBeVisibleAsync();
        await new AccessibilityReport(paolo).CheckAsync("empty inbox");

        await omar.GotoAsync("explore?node=");
        var explore = new ExploreScreen(omar);
        await explore.ReviewAsync("Off", "No site needs sessions");
        await Expect(explore.Review).ToContainTextAsync("Somebody else must approve this first.");
        await report.CheckAsync("review");
        await explore.Review.GetByRole(AriaRole.Textbox).FillAsync(await explore.Review.Locator("label strong").InnerTextAsync());
        await explore.Review.GetByRole(AriaRole.Button, new() { Name = "Request approval" }).ClickAsync();
        await Expect(omar.GetByText("Asked for approval:")).ToBeVisibleAsync();
        Assert.Equal(before, await File.ReadAllTextAsync(_dashboard.ApplicationHostConfig, Cancel));

        await omar.GotoAsync("approvals");
        await omar.GetByRole(AriaRole.Link, new() { NameRegex = new("^Turn ASP sessions off") }).ClickAsync();
        await Expect(omar.GetByText("Nobody decides their own request.")).ToBeVisibleAsync();
        await Expect(omar.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
        await report.CheckAsync("own request");

        await paolo.GetByRole(AriaRole.Link, new() { NameRegex = new("^Turn ASP sessions off") }).ClickAsync();
        await Expect(paolo.GetByText("No site needs sessions").Last).ToBeVisibleAsync();
        await new AccessibilityReport(paolo).CheckAsync("request to decide");
        await paolo.GetByRole(AriaRole.Textbox, new() { Name = "Comment" }).FillAsync("I looked at it");
        await paolo.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(paolo.GetByText("Paolo Conti approved it.").Last).ToBeVisibleAsync();

        var make = omar.GetByRole(AriaRole.Region, new() { Name = "Your request" }).GetByRole(AriaRole.Button, new() { NameRegex = new("^Turn ASP") });
        await make.ClickAsync();
        await Expect(omar.GetByText("The change was made.").Last).ToBeVisibleAsync();
        await report.CheckAsync("made");
        report.AssertClean();
        Assert.NotEqual(before, await File.ReadAllTextAsync(_dashboard.ApplicationHostConfig, Cancel));
    }

    private async Task<IPage> SignInAsync(string name, int width, bool dark)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = _dashboard.Address,
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Chromium.Patience);
        await page.GotoAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await page.Locator("[data-interactive=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }
}
