using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Nothing is reachable unsigned, and a person gets where they wanted to go.</summary>
public sealed class SignInJourneyTests(Chromium chromium) : IAsyncLifetime
{
    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("explore?node=Contoso%2Fshop")]
    [InlineData("audit")]
    public async Task Page_OpenedUnsigned_LeadsToTheSignInPage(string path)
    {
        await using var context = await chromium.NewContextAsync(new() { BaseURL = _dashboard.Address });
        var page = await context.NewPageAsync();

        await page.GotoAsync(path);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await Expect(page.GetByText("It is on the console of the Dashboard")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        var report = new AccessibilityReport(page);
        await report.CheckAsync("sign-in page without a link");
        report.AssertClean();
    }

    [Fact]
    public async Task Link_UsedByTwoPeople_WorksForTheFirstAndANewOneForTheSecond()
    {
        var link = await _dashboard.LinkAsync(Cancel);
        await using var first = await Person.SignInAsync(chromium, _dashboard);
        await using var context = await chromium.NewContextAsync(new() { ColorScheme = ColorScheme.Dark });
        var page = await context.NewPageAsync();

        await page.GotoAsync(link);

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This sign-in link has been used already");
        var report = new AccessibilityReport(page);
        await report.CheckAsync("sign-in page with a used link, dark");
        report.AssertClean();
        await using var second = await Person.SignInAsync(chromium, _dashboard);
    }

    [Theory]
    [InlineData("Administrator", "Ada Lindqvist")]
    [InlineData("Operator", "Omar Haddad")]
    [InlineData("Help desk", "Hanna Vogel")]
    [InlineData("Approver", "Paolo Conti")]
    [InlineData("Auditor", "Aiko Tanaka")]
    public async Task DemoPerson_ChosenByKeyboard_SignsInAndGetsWhereTheyWanted(string role, string name)
    {
        await using var context = await chromium.NewContextAsync(new() { BaseURL = _dashboard.Address });
        var page = await context.NewPageAsync();
        await page.GotoAsync("account");

        await page.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = role }));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
        await Expect(page.GetByText("demo", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SignOut_FromTheMenu_EndsTheSession()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard);
        await person.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Account") }).ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();

        await person.Page.GotoAsync(_dashboard.Address);

        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }
}
