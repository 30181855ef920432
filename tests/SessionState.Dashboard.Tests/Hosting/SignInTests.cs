using System.Net;
using SessionState.Dashboard.Security;
using SessionState.Dashboard.SignIn;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>ASVS 3.5.1. Row H08.</summary>
public sealed class SignInTests : IDisposable
{
    private readonly DashboardFactory _dashboard = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task Start_PrintsAddressAndOneLink()
    {
        await StartAsync();

        Assert.Collection(
            _dashboard.ConsoleLines,
            line => Assert.Equal("Session State Dashboard for IIS is running at http://localhost:5080", line),
            line => Assert.Matches(@"^Sign in with this link \(valid once, 30 minutes\): http://localhost:5080/signin\?token=[\w-]{43}$", line),
            line => Assert.StartsWith("A new link is printed here each time one is used.", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_Opened_NamesThePersonAndIsNotUsedUp()
    {
        using var browser = await StartAsync();

        var first = await browser.GetStringAsync(Relative(_dashboard.NewestLink), Cancel);
        var second = await browser.GetStringAsync(Relative(_dashboard.NewestLink), Cancel);

        Assert.Contains($"Sign in as {Environment.UserName}", first, StringComparison.Ordinal);
        Assert.Contains($"Sign in as {Environment.UserName}", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_Pressed_SignsInWithAStrictCookieAndPrintsANewLink()
    {
        using var browser = await StartAsync();
        var link = _dashboard.NewestLink;

        using var answer = await browser.OpenAndSubmitAsync(link);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith(SignInCookie.Name, StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusOfHomeAsync(browser));
        Assert.NotEqual(link, _dashboard.NewestLink);
    }

    [Fact]
    public async Task Link_UsedTwice_IsRefusedWithTheReason()
    {
        using var first = await StartAsync();
        using var second = _dashboard.CreateBrowser();
        var link = _dashboard.NewestLink;
        var page = await second.GetStringAsync(Relative(link), Cancel);
        await first.OpenAndSubmitAsync(link);

        using var answer = await second.SubmitAsync(page);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("used already", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await StatusOfHomeAsync(second));
    }

    [Fact]
    public async Task Link_HalfAnHourOld_IsRefusedAndANewOneIsPrinted()
    {
        using var browser = await StartAsync();
        var link = _dashboard.NewestLink;
        _dashboard.Clock.Advance(TimeSpan.FromMinutes(30));

        using var answer = await browser.GetAsync(Relative(link), Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("older than 30 minutes", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var retry = await browser.OpenAndSubmitAsync(_dashboard.NewestLink);
        Assert.Equal(HttpStatusCode.OK, await StatusOfHomeAsync(browser));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%00")]
    public async Task Token_NeverIssued_IsRefused(string token)
    {
        using var browser = await StartAsync();

        using var answer = await browser.GetAsync(Relative($"/signin?token={token}"), Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("not one of this Dashboard", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutAntiforgeryToken_IsRefusedAndTheLinkStaysGood()
    {
        using var browser = await StartAsync();
        var link = _dashboard.NewestLink;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", link.Split('=')[1])]);

        using var answer = await browser.PostAsync(Relative("/signin"), form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var retry = await browser.OpenAndSubmitAsync(link);
        Assert.Equal(HttpStatusCode.OK, await StatusOfHomeAsync(browser));
    }

    [Theory]
    [InlineData("/audit?record=3", "/audit?record=3")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    public async Task ReturnUrl_AfterSignIn_IsFollowedOnlyWithinTheDashboard(string returnUrl, string target)
    {
        using var browser = await StartAsync();

        using var answer = await browser.OpenAndSubmitAsync($"{_dashboard.NewestLink}&returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(target, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Attempts_MoreThanThirtyAMinute_AreRefused()
    {
        using var browser = await StartAsync();
        for (var attempt = 0; attempt < RequestLimits.SignInsPerMinute; attempt++)
        {
            using var refused = await browser.GetAsync(Relative("/signin?token=wrong"), Cancel);
        }

        using var answer = await browser.GetAsync(Relative("/signin?token=wrong"), Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("Wait a minute", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static async Task<HttpStatusCode> StatusOfHomeAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync(Relative("/"), Cancel);
        return answer.StatusCode;
    }

    private async Task<HttpClient> StartAsync()
    {
        var browser = _dashboard.CreateBrowser();
        await _dashboard.AnnouncedAsync();
        return browser;
    }
}
