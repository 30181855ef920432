using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SessionState.Dashboard.Tests.Hosting;

public sealed class UnsignedRequestTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private static readonly string[] Open = ["/css/plain.css", "/favicon.svg", "/health/live", "/js/passkey.js", "/signin"];

    [Fact]
    public void Endpoint_ThatIsOpenToAnybody_IsOneOfTheList()
    {
        var open = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => Address(endpoint)).Where(address => !IsVariant(address)).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Open, open);
    }

    [Fact]
    public async Task Endpoint_OfAnyOtherKind_IsRefused()
    {
        using var program = dashboard.CreateClient(new() { AllowAutoRedirect = false });
        program.DefaultRequestHeaders.Add("Origin", "http://localhost");
        var closed = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(Address).Distinct().ToList();

        foreach (var address in closed.Append("/no/such/page"))
        {
            Assert.Equal((address, HttpStatusCode.Unauthorized), (address, await StatusAsync(program, HttpMethod.Get, address)));
            Assert.Equal((address, HttpStatusCode.Unauthorized), (address, await StatusAsync(program, HttpMethod.Post, address)));
        }

        Assert.Contains("/_blazor", closed);
        Assert.Contains("/audit", closed);
    }

    [Theory]
    [InlineData("/explore?path=Contoso%2Fshop", "/signin?returnUrl=%2Fexplore%3Fpath%3DContoso%252Fshop")]
    [InlineData("/no/such/page", "/signin?returnUrl=%2Fno%2Fsuch%2Fpage")]
    public async Task Person_NotSignedIn_IsTakenToTheSignInPageAndBack(string path, string signIn)
    {
        using var browser = dashboard.CreateBrowser();

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(signIn, answer.Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task SignInPage_WithoutAToken_SaysWhereTheLinkIs()
    {
        using var browser = dashboard.CreateBrowser();

        var page = await browser.GetStringAsync(new Uri("/signin", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("It is on the console of the Dashboard", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    private static string Address(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    // Static files also have compressed and fingerprinted addresses.
    private static bool IsVariant(string address) => address.EndsWith(".gz", StringComparison.Ordinal) || address.EndsWith(".br", StringComparison.Ordinal)
        || address.Count(character => character == '.') > 1;

    private static async Task<HttpStatusCode> StatusAsync(HttpClient program, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        using var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private List<RouteEndpoint> Endpoints()
    {
        _ = dashboard.Server;
        return [.. dashboard.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
    }
}
