using System.Net;

namespace SessionState.Dashboard.Tests.Hosting;

public sealed class SessionTests : IDisposable
{
    private readonly DashboardFactory _dashboard = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task Session_IdleForHalfAnHour_Ends()
    {
        using var browser = _dashboard.CreateBrowser();
        await SignInAsync(browser);
        _dashboard.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Redirect, await StatusOfHomeAsync(browser));
    }

    [Fact]
    public async Task Session_UsedAllTheTime_EndsAfterEightHours()
    {
        using var browser = _dashboard.CreateBrowser();
        await SignInAsync(browser);
        for (var quarter = 1; quarter < 32; quarter++)
        {
            _dashboard.Clock.Advance(TimeSpan.FromMinutes(15));
            Assert.Equal(HttpStatusCode.OK, await StatusOfHomeAsync(browser));
        }

        _dashboard.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(HttpStatusCode.Redirect, await StatusOfHomeAsync(browser));
    }

    [Fact]
    public async Task SignOut_WithoutTheFormsToken_IsRefused()
    {
        using var browser = _dashboard.CreateBrowser();
        await SignInAsync(browser);

        using var answer = await browser.PostAsync(new Uri("/signout", UriKind.Relative), null, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusOfHomeAsync(browser));
    }

    [Fact]
    public async Task SignOut_WithTheFormsToken_EndsTheSessionAlsoForACopyOfTheCookie()
    {
        using var browser = _dashboard.CreateBrowser();
        using var thief = _dashboard.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        thief.DefaultRequestHeaders.Add("Cookie", await SignInAsync(browser));
        Assert.Equal(HttpStatusCode.OK, await StatusOfHomeAsync(thief));
        var page = await browser.GetStringAsync(new Uri(_dashboard.NewestLink, UriKind.Relative), Cancel);

        using var answer = await browser.SubmitAsync(page, "/signout");

        Assert.Equal("/signin", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await StatusOfHomeAsync(browser));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfHomeAsync(thief));
    }

    /// <summary>The cookie, as a request carries it.</summary>
    private async Task<string> SignInAsync(HttpClient browser)
    {
        await _dashboard.AnnouncedAsync();
        using var answer = await browser.OpenAndSubmitAsync(_dashboard.NewestLink);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static async Task<HttpStatusCode> StatusOfHomeAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        return answer.StatusCode;
    }
}
