using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The main job without a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium) : IAsyncLifetime
{
    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Application_SwitchedOff_WithKeysOnly()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard);
        var (page, explore) = (person.Page, new ExploreScreen(person.Page));
        await Expect(explore.Tree).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("/");
        await Expect(explore.Search).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Help Desk/kb");
        await Expect(explore.Row("Application kb")).ToBeVisibleAsync();
        await page.TabToAsync(explore.Tree);
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Enter");
        await Expect(explore.Value).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("e");
        var choices = explore.Details.GetByRole(AriaRole.Group, new() { Name = "New value" });
        await Expect(choices.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Inherit") })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(choices.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Off") })).ToBeCheckedAsync();
        await page.TabToAsync(explore.Reason);
        await page.Keyboard.TypeAsync("Tried out by keyboard");
        await page.TabToAsync(explore.Details.GetByRole(AriaRole.Button, new() { Name = "Review change" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(explore.Review).ToBeVisibleAsync();
        await page.TabToAsync(explore.Apply);
        await page.Keyboard.PressAsync("Enter");

        await Expect(explore.Done).ToBeVisibleAsync();
        await Expect(explore.Value).ToContainTextAsync("Off, because it is set here");
    }

    [Fact]
    public async Task Dialog_Open_KeepsTheFocusUntilEscape()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, "explore?node=Contoso%2Fhr");
        var (page, explore) = (person.Page, new ExploreScreen(person.Page));
        await explore.ReviewAsync("Off", "Only to look");
        for (var press = 0; press < 30; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"), $"Focus left the dialog at Tab {press + 1}.");
        }

        await page.Keyboard.PressAsync("Escape");

        await Expect(explore.Review).ToBeHiddenAsync();
        await Expect(explore.Details.GetByRole(AriaRole.Button, new() { Name = "Review change" })).ToBeFocusedAsync();
    }
}
