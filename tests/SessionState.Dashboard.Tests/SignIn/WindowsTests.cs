using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Dashboard.SignIn.Windows;
using SessionState.Dashboard.Tests.Hosting;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>The Windows endpoint without Windows: IIS's part is played by a scheme like its own, Negotiate is fed what is no ticket.</summary>
public sealed class WindowsTests : IDisposable
{
    private const string NtlmNegotiate = "TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKAGFKAAAADw==";

    private readonly TemporaryFolder _folder = new();
    private readonly DashboardFactory _dashboard = new();

    public WindowsTests()
    {
        var keytab = Path.Combine(_folder.Path, "keytab");
        File.WriteAllBytes(keytab, []);
        Environment.SetEnvironmentVariable("KRB5_KTNAME", keytab);
        _dashboard.Settings["SignIn:Windows"] = "true";
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _dashboard.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Person_OfIis_IsSwappedForACookieWithSidAndGroups()
    {
        using var iis = UnderIis();
        using var browser = iis.CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await AskAsync(browser, "?returnUrl=/audit", (FakeIis.Person, @"CONTOSO\ann"));

        Assert.Equal("/audit", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
        var session = Assert.Single(iis.Services.GetRequiredService<SessionBook>().Of(new ActingUser("os", "S-1-5-21-1-2-3-1104", "")));
        Assert.Equal((@"CONTOSO\ann", "windows"), (session.Name, session.Method));
    }

    [Fact]
    public async Task Person_OfIis_IsNobodyOnEveryOtherPage()
    {
        using var iis = UnderIis();
        using var browser = iis.CreateClient(new() { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Add(FakeIis.Person, @"CONTOSO\ann");

        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync("/audit"));
    }

    [Fact]
    public async Task Nobody_UnderIis_IsAskedForCredentials()
    {
        using var iis = UnderIis();
        using var browser = iis.CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await AskAsync(browser);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Negotiate", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory] // H09
    [InlineData(null)]
    [InlineData("Negotiate")]
    [InlineData("Negotiate ")]
    [InlineData("Negotiate !!!! no base64")]
    [InlineData("Negotiate AAAA")]
    [InlineData("Negotiate YIIB")]
    [InlineData("Negotiate " + NtlmNegotiate)]
    [InlineData("NTLM " + NtlmNegotiate)]
    [InlineData("Basic YW5uOnBhc3N3b3Jk")]
    [InlineData("Negotiate LONG")]
    public async Task Credentials_ThatAreNone_AreAnsweredWith401(string? header)
    {
        using var browser = _dashboard.CreateBrowser();
        var sent = header?.Replace("LONG", Convert.ToBase64String(new byte[48 * 1024]), StringComparison.Ordinal);

        using var answer = await AskAsync(browser, "", sent is null ? [] : [("Authorization", sent)]);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Negotiate", answer.Headers.WwwAuthenticate.Single().ToString());
        Assert.Contains("Windows did not sign you in", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/"));
    }

    [Fact]
    public async Task SignIn_WantedByAnotherSite_LeadsToTheSignInPage()
    {
        using var iis = UnderIis();
        using var browser = iis.CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await AskAsync(browser, "", (FakeIis.Person, @"CONTOSO\ann"), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal("/signin", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync("/"));
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient browser, string query = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/signin/windows{query}", UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await browser.SendAsync(request, Cancel);
    }

    private Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> UnderIis() => _dashboard.WithWebHostBuilder(host =>
        host.ConfigureTestServices(services => services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, FakeIis>(WindowsEndpoints.IisScheme, null)));
}
