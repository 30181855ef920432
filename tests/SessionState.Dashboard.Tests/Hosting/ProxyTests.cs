using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Dashboard.Tests.SignIn;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>What reverse proxies, and people who say that they are one, tell of a request. ASVS 4.1.3. Row H02.</summary>
public sealed class ProxyTests : IDisposable
{
    private readonly DashboardFactory _dashboard = DashboardFactory.WithAccounts();
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public void Dispose()
    {
        _browser.Dispose();
        _dashboard.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.5")]
    [InlineData("127.0.0.0/32")]
    public async Task Headers_OfAnUntrustedPeer_AreIgnored(string? proxy)
    {
        var answer = await SetUpThroughAsync(proxy, "203.0.113.9");

        Assert.Equal("127.0.0.1", Assert.Single(_dashboard.Services.GetRequiredService<SessionBook>().Everybody).Address);
        Assert.StartsWith(SignInCookie.Name, Cookie(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("secure", Cookie(answer), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.0/8", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1", "no address", "127.0.0.1")]
    public async Task Headers_OfATrustedProxy_TellThePeerBeforeIt(string proxy, string forwarded, string peer)
    {
        var answer = await SetUpThroughAsync(proxy, forwarded);

        Assert.Equal(peer, Assert.Single(_dashboard.Services.GetRequiredService<SessionBook>().Everybody).Address);
        if (peer == "203.0.113.9")
        {
            Assert.StartsWith(HostCookies.Prefix, Cookie(answer), StringComparison.Ordinal);
            Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task Host_Forwarded_IsNeverTakenOver()
    {
        _dashboard.Settings["Proxies:0"] = "127.0.0.1";
        Start();
        _browser.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        using var answer = await _browser.GetAsync(new Uri("/audit", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("evil", answer.ToString(), StringComparison.Ordinal);
    }

    private static string Cookie(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(value => value.Contains(SignInCookie.Name, StringComparison.Ordinal));

    // By hand, because the client talks http to the proxy's place and would keep secure cookies to itself.
    private async Task<HttpResponseMessage> SetUpThroughAsync(string? proxy, string forwarded)
    {
        if (proxy is not null)
        {
            _dashboard.Settings["Proxies:0"] = proxy;
        }

        Start();
        await _dashboard.AnnouncedAsync();
        _browser.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        _browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var link = _dashboard.SetupLink;
        using var page = await _browser.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
        _browser.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        return await _browser.SetUpAsync(link);
    }

    private void Start()
    {
        _dashboard.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _dashboard.StartServer();
        _browser.BaseAddress = new($"http://localhost:{_dashboard.ClientOptions.BaseAddress.Port}");
        _browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }
}
