using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Local accounts in a real browser. ASVS 6.3.2, 7.4.1, 7.4.2, 7.4.5.</summary>
public sealed class AccountJourneyTests(Chromium chromium) : IAsyncLifetime
{
    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel, "--SignIn:Local", "true");

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Person_Invited_ChoosesAPasswordAndIsShutOutAgain()
    {
        var (admin, adminPage) = await OpenAsync();
        await admin.SetUpAsync(await _dashboard.SetupLinkAsync(Cancel));
        await adminPage.GotoAsync($"{_dashboard.NamedAddress}/accounts");
        await admin.ReadyAsync();
        await adminPage.GetByLabel("Person").FillAsync("Bob Example");
        await adminPage.GetByLabel("Name to sign in with").FillAsync("bob");
        await adminPage.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        var link = await adminPage.Locator(".invitation-link code").InnerTextAsync();

        var (bob, bobsPage) = await OpenAsync();
        await bobsPage.GotoAsync(link);
        await bob.ChoosePasswordAsync();
        await bobsPage.GetByRole(AriaRole.Button, new() { Name = "Set the password and sign in" }).ClickAsync();
        await bob.ReadyAsync();
        await Expect(bobsPage.GetByRole(AriaRole.Alert)).ToContainTextAsync("no grant lets you see anything of this server yet");

        await adminPage.GetByRole(AriaRole.Button, new() { Name = "Disable Bob Example" }).ClickAsync();

        // No request of Bob's page is waited for: the server closes its connection.
        await Expect(bob.SignInHeading).ToBeVisibleAsync();
        await bobsPage.GotoAsync(link);
        await Expect(bobsPage.GetByRole(AriaRole.Alert)).ToContainTextAsync("This invitation has been used or is too old");
    }

    [Fact]
    public async Task SignOutEverywhere_EndsTheOpenPageOfAnotherBrowser()
    {
        var (first, firstPage) = await OpenAsync();
        await first.SetUpAsync(await _dashboard.SetupLinkAsync(Cancel));
        var (second, secondPage) = await OpenAsync();
        await second.SignInAsync(_dashboard.NamedAddress);
        await Expect(second.Sessions.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);

        await second.Sessions.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();

        await Expect(second.SignInHeading).ToBeVisibleAsync();
        await Expect(first.SignInHeading).ToBeVisibleAsync();
        await firstPage.GotoAsync($"{_dashboard.NamedAddress}/audit");
        await Expect(first.SignInHeading).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Password_Changed_SignsOutEverywhereElse()
    {
        var (first, _) = await OpenAsync();
        await first.SetUpAsync(await _dashboard.SetupLinkAsync(Cancel));
        var (second, page) = await OpenAsync();
        await second.SignInAsync(_dashboard.NamedAddress);

        await page.GetByLabel("Present password").FillAsync(AccountScreen.Password);
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync("gravel otter nine pillows");
        await page.GetByLabel("New password again").FillAsync("gravel otter nine pillows");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();

        await Expect(page.GetByText("Done: the password is changed.")).ToBeVisibleAsync();
        await Expect(first.SignInHeading).ToBeVisibleAsync();
        await Expect(second.Sessions.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
    }

    private async Task<(AccountScreen Screen, IPage Page)> OpenAsync()
    {
        var context = await chromium.NewContextAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Chromium.Patience);
        return (new(page), page);
    }
}
