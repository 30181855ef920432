using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Harness;

/// <summary>The pages around local accounts, found as a person finds them.</summary>
internal sealed class AccountScreen(IPage page)
{
    public const string Password = "walnut ladder quiet tuba";

    public ILocator Passkeys => page.GetByRole(AriaRole.Region, new() { Name = "Passkeys" });

    public ILocator Sessions => page.GetByRole(AriaRole.Region, new() { Name = "Where you are signed in" });

    public ILocator SignInHeading => page.GetByRole(AriaRole.Heading, new() { Name = "Sign in", Exact = true });

    /// <summary>Makes the first account, and is signed in.</summary>
    public async Task SetUpAsync(string link)
    {
        await page.GotoAsync(link);
        await page.GetByLabel("Name to sign in with").FillAsync("ann");
        await page.GetByLabel("Your name, as others see it").FillAsync("Ann Example");
        await ChoosePasswordAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account and sign in" }).ClickAsync();
        await ReadyAsync();
    }

    public async Task ChoosePasswordAsync()
    {
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("The same password again").FillAsync(Password);
    }

    public async Task SignInAsync(string address, string name = "ann")
    {
        await page.GotoAsync($"{address}/account");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await ReadyAsync();
    }

    public async Task OpenAsync(string address)
    {
        await page.GotoAsync($"{address}/account");
        await ReadyAsync();
        await Expect(Sessions).ToBeVisibleAsync();
    }

    public Task ReadyAsync() => page.Locator("[data-interactive=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
}
