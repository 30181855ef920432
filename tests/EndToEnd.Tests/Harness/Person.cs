using Microsoft.Playwright;

namespace EndToEnd.Tests.Harness;

/// <summary>Somebody with a browser of their own, signed in with a link from the console.</summary>
internal sealed class Person : IAsyncDisposable
{
    /// <summary>Where the person sits; not where this machine or the server does.</summary>
    public const string TimeZone = "Europe/Berlin";

    private readonly List<string> _complaints = [];

    private Person(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(Chromium.Patience);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public static async Task<Person> SignInAsync(
        Chromium chromium, DashboardProgram dashboard, string path = "", int width = 1280, int height = 900, bool dark = false)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = dashboard.Address,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = TimeZone,
        });
        var person = new Person(await context.NewPageAsync());
        var link = await dashboard.LinkAsync(TestContext.Current.CancellationToken);
        await person.Page.GotoAsync($"{link}&returnUrl=%2F{Uri.EscapeDataString(path)}");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in as" }).ClickAsync();
        await person.ReadyAsync();
        return person;
    }

    /// <summary>Waits until the page answers to keys and clicks.</summary>
    public async Task ReadyAsync()
    {
        try
        {
            await Page.Locator("[data-interactive=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The page {Page.Url} did not become alive. The browser says: {string.Join('\n', _complaints)}");
        }
    }

    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await ReadyAsync();
    }

    /// <summary>Fails when the browser complained about anything, for example a script that the security policy refused.</summary>
    public void AssertNoComplaints() => Assert.Empty(_complaints);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
