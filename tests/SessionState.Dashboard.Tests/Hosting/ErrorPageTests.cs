using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SessionState.Dashboard.SignIn;

namespace SessionState.Dashboard.Tests.Hosting;

public sealed class ErrorPageTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_ThatDoesNotExist_IsAnsweredWithASentenceAndAWayBack()
    {
        using var browser = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var signIn = await browser.OpenAndSubmitAsync(dashboard.NewestLink);

        using var answer = await browser.GetAsync(new Uri("/no/such/page", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("There is no page at /no/such/page.", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="/">""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_OfOurs_IsAnsweredWithAnIdAndNoDetail()
    {
        using var factory = new DashboardFactory();
        using var broken = factory.WithWebHostBuilder(host =>
            host.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TextWriter>(new BrokenWriter()))));
        using var browser = broken.CreateClient();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await DashboardFactory.AnnouncedAsync(broken.Services);
        factory.Clock.Advance(SignInLinks.Lifetime);

        using var answer = await browser.GetAsync(new Uri("/signin", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Matches("Its log has the details under [^ <]+.", page);
        Assert.DoesNotContain("secret of the implementation", page, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    /// <summary>Takes the lines of the start, and no second link.</summary>
    private sealed class BrokenWriter : TextWriter
    {
        private int _links;

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            if (value?.Contains("/signin", StringComparison.Ordinal) == true && ++_links > 1)
            {
                throw new InvalidOperationException("secret of the implementation");
            }
        }
    }
}
