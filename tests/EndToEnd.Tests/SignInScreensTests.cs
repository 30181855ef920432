using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Every page around signing in: accessible in both colours, and on a narrow screen without scrolling sideways.</summary>
public sealed class SignInScreensTests(Chromium chromium) : IAsyncLifetime
{
    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel, "--SignIn:Local", "true");

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 400)]
    public async Task Pages_AroundSigningIn_AreAccessibleAndFit(ColorScheme colours, int width)
    {
        var context = await chromium.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = Person.TimeZone,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Chromium.Patience);
        var (screen, address, report) = (new AccountScreen(page), _dashboard.NamedAddress, new AccessibilityReport(page));

        async Task LookAsync(string name)
        {
            await report.CheckAsync($"{name}, {colours}");
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"{name} is wider than {width} pixels.");
            if (Environment.GetEnvironmentVariable("SCREENS") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{colours}-{width}.png"), FullPage = true });
            }
        }

        var setup = await _dashboard.SetupLinkAsync(Cancel);
        await page.GotoAsync(setup);
        await LookAsync("setup");
        await screen.SetUpAsync(setup);
        await page.PlugInAsync();
        await screen.OpenAsync(address);
        await screen.Passkeys.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(screen.Passkeys).ToContainTextAsync("Done: the passkey is added.");
        await LookAsync("account");
        await screen.Passkeys.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await Expect(page.GetByText("The present password is not right")).ToBeVisibleAsync();
        await LookAsync("account-refused");

        await page.GotoAsync($"{address}/accounts");
        await screen.ReadyAsync();
        await page.GetByLabel("Person").FillAsync("Bob Example");
        await page.GetByLabel("Name to sign in with").FillAsync("bob");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        var link = await page.Locator(".invitation-link code").InnerTextAsync();
        await LookAsync("accounts");
        await page.GotoAsync(link);
        await LookAsync("invitation");
        await page.GotoAsync($"{address}/signin");
        await LookAsync("sign-in");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("ann");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await LookAsync("sign-in-refused");
        report.AssertClean();
    }
}
