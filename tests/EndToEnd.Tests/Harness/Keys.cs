using Microsoft.Playwright;

namespace EndToEnd.Tests.Harness;

internal static class Keys
{
    private const int MostTabs = 40;

    /// <summary>Presses Tab until the element has the focus, as somebody without a mouse does.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target)
    {
        for (var press = 0; press < MostTabs; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{target} is not reached by {MostTabs} presses of Tab.");
    }
}
