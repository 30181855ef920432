using System.Net;
using System.Text.RegularExpressions;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>The wiring of the top-level wwwroot fails silently, with empty answers; see docs/designs/top-level-wwwroot.md.</summary>
public sealed partial class StaticAssetTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/css/app.css")]
    [InlineData("/css/plain.css")]
    [InlineData("/favicon.svg")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.js")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task File_OfEveryKind_IsServedAndNotEmpty(string path)
    {
        using var browser = await SignInAsync();

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task StyleSheet_OfThePage_HasAFingerprintAndIsServed()
    {
        using var browser = await SignInAsync();
        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);

        var link = AppStyleSheet().Match(page);

        Assert.True(link.Success, page);
        Assert.NotEmpty(await browser.GetStringAsync(new Uri(link.Value, UriKind.Relative), Cancel));
    }

    [GeneratedRegex(@"css/app\.[a-z0-9]{10}\.css")]
    private static partial Regex AppStyleSheet();

    private async Task<HttpClient> SignInAsync()
    {
        var browser = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var signIn = await browser.OpenAndSubmitAsync(dashboard.NewestLink);
        return browser;
    }
}
