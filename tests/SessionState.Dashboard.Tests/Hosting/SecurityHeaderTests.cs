namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>ASVS 3.4.1, 3.4.3, 3.4.4, 3.4.5, 3.4.6, 3.4.8, 13.4.6.</summary>
public sealed class SecurityHeaderTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private static readonly string[] Expected =
    [
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin",
        "Referrer-Policy: same-origin",
        "X-Content-Type-Options: nosniff",
        "X-Frame-Options: DENY",
    ];

    [Theory]
    [InlineData("/", 302)]
    [InlineData("/signin", 200)]
    [InlineData("/signin?token=wrong", 403)]
    [InlineData("/css/plain.css", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/_blazor", 403)]
    [InlineData("/", 400, "evil.example")]
    public async Task Answer_OfAnyKind_CarriesTheHeaders(string path, int status, string host = "localhost")
    {
        using var browser = dashboard.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Host = host;

        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        var headers = answer.Headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").ToHashSet();
        Assert.All(Expected, header => Assert.Contains(header, headers));
        Assert.False(answer.Headers.Contains("Server"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches("^default-src 'self'; script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='; .*; frame-ancestors 'none'$", policy);
    }

    [Fact]
    public async Task Nonce_OfTwoAnswers_Differs()
    {
        using var browser = dashboard.CreateBrowser();

        var first = await PolicyAsync(browser);
        var second = await PolicyAsync(browser);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Page_WithSecrets_IsNotStored()
    {
        using var browser = dashboard.CreateBrowser();

        using var answer = await browser.GetAsync(new Uri("/signin", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static async Task<string> PolicyAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync(new Uri("/signin", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }
}
