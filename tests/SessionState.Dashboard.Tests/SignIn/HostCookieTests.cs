using System.Net;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.Tests.Hosting;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>The names of cookies over https. ASVS 3.3.1-3.3.4.</summary>
public sealed class HostCookieTests(TwoProviders providers) : IClassFixture<TwoProviders>, IDisposable
{
    private readonly DashboardFactory _dashboard = DashboardFactory.WithAccounts();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task Cookies_OfEveryKindOverHttps_BelongToThisHostAlone()
    {
        _dashboard.AddProvider(0, "corp", providers.First);
        using var browser = Browser("https://localhost");
        await _dashboard.AnnouncedAsync();
        using var form = await browser.GetAsync(Relative(_dashboard.SetupLink), Cancel);
        using var signedIn = await browser.SubmitAsync(
            await form.Content.ReadAsStringAsync(Cancel), "/signin/setup",
            ("name", "ann"), ("displayName", "Ann"), ("password", AccountForms.Password), ("again", AccountForms.Password));
        using var toProvider = await browser.GetAsync(Relative("/signin/with/corp"), Cancel);
        var page = await browser.GetStringAsync(Relative("/signin"), Cancel);
        using var passkey = await browser.SubmitAsync(page[..page.IndexOf("</form>", StringComparison.Ordinal)], "/signin/passkey/options");
        Assert.Equal(HttpStatusCode.OK, passkey.StatusCode);

        var cookies = new[] { form, signedIn, toProvider, passkey }.SelectMany(Cookies).ToList();

        Assert.All(cookies, cookie => Assert.Matches("^__Host-SessionState\\.[^=]+=[^;]*;.* path=/; secure; samesite=(strict|lax); httponly$", cookie));
        Assert.Equal(
            ["Antiforgery", "Correlation", "Nonce", "Passkey", "SignIn"],
            cookies.Select(cookie => cookie.Split('.', '=')[1]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
    }

    [Fact]
    public async Task Cookie_UnderAPlainNameOverHttps_IsNotRead()
    {
        using var browser = Browser("https://localhost");
        await _dashboard.AnnouncedAsync();
        using var signedIn = await browser.SetUpAsync(_dashboard.SetupLink);
        var cookie = Cookies(signedIn).Single(value => value.Contains(SignInCookie.Name, StringComparison.Ordinal)).Split(';')[0];
        using var other = _dashboard.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new("https://localhost") });

        other.DefaultRequestHeaders.Add("Cookie", cookie[HostCookies.Prefix.Length..]);
        Assert.Equal(HttpStatusCode.Unauthorized, await other.StatusAsync("/"));
        other.DefaultRequestHeaders.Remove("Cookie");
        other.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal(HttpStatusCode.OK, await other.StatusAsync("/"));
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private HttpClient Browser(string address)
    {
        var browser = _dashboard.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new(address) });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return browser;
    }
}
