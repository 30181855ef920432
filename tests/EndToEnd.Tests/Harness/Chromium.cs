using Microsoft.Playwright;

namespace EndToEnd.Tests.Harness;

/// <summary>One real browser for all tests. Where the machine has none the tests skip, or fail if REQUIRE_BROWSER=1 says that there must be one.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Much longer than anything takes: the machine may be busy with other tests.
    public const float Patience = 30_000;

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A window of its own, with nothing remembered.</summary>
    internal async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        if (_browser is null)
        {
            const string reason = "Chromium not found: install it, or name it in CHROMIUM_PATH.";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("REQUIRE_BROWSER") != "1", reason);
            Assert.Fail(reason);
        }

        return await _browser.NewContextAsync(options);
    }

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? UsualPlaces.FirstOrDefault(File.Exists);
        if (path is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
