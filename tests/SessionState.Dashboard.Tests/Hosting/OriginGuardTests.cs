using System.Net;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>ASVS 4.4.2. Row H07.</summary>
public sealed class OriginGuardTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    [Theory]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("https://localhost", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:81", HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task Circuit_OpenedByAPage_IsOnlyForOurOwn(string? origin, HttpStatusCode expected)
    {
        using var browser = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var signIn = await browser.OpenAndSubmitAsync(dashboard.NewestLink);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative));
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    public async Task StartUpScripts_ReadByAPage_AreForOurOwnAlsoWithoutAnOrigin(string? origin, HttpStatusCode expected)
    {
        using var browser = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var signIn = await browser.OpenAndSubmitAsync(dashboard.NewestLink);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/_blazor/initializers", UriKind.Relative));
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Socket_OpenedWithoutAnOrigin_IsRefused()
    {
        using var browser = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var signIn = await browser.OpenAndSubmitAsync(dashboard.NewestLink);
        browser.DefaultRequestHeaders.Add("Upgrade", "websocket");

        using var answer = await browser.GetAsync(new Uri("/_blazor", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Circuit_Negotiated_OffersWebSocketsOnly()
    {
        using var browser = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var signIn = await browser.OpenAndSubmitAsync(dashboard.NewestLink);
        browser.DefaultRequestHeaders.Add("Origin", "http://localhost");

        using var answer = await browser.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, TestContext.Current.CancellationToken);

        var offer = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("""[{"transport":"WebSockets",""", offer, StringComparison.Ordinal);
        Assert.DoesNotContain("LongPolling", offer, StringComparison.Ordinal);
    }
}
