using System.Net;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>The first account. ASVS 6.3.2: there is no default account, and nobody makes one without the console.</summary>
public class SetupTests(string? postgreSql = null) : AccountTests(postgreSql)
{
    private const string Setup = "/signin/setup";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WithoutAnAccount_PrintsOneSetupLink()
    {
        using var browser = await StartAsync();

        Assert.Matches(@"^There is no account yet\. Make the first one with this link \(valid once, 30 minutes\): http://localhost:5080/signin/setup\?token=[\w-]{43}$",
            Assert.Single(Dashboard.ConsoleLines, line => line.Contains("token=", StringComparison.Ordinal)));
        Assert.Contains("There is no account yet", await browser.GetStringAsync(Relative("/signin"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstAccount_Made_SignsInAndClosesTheDoor()
    {
        using var browser = await StartAsync();
        var link = Dashboard.SetupLink;

        using var answer = await browser.SetUpAsync(link);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/account"));
        using var stranger = Dashboard.CreateBrowser();
        Assert.Equal(HttpStatusCode.Forbidden, await stranger.StatusAsync(link));
        Assert.Contains("type=\"password\"", await stranger.GetStringAsync(Relative("/signin"), Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", "short", "at least 15 characters")]
    [InlineData("passwordpassword", "passwordpassword", "tried first")]
    [InlineData("walnut ladder quiet tuba", "walnut ladder quiet oboe", "differ")]
    public async Task Password_AgainstTheRules_IsRefusedAndTheLinkStaysGood(string password, string again, string reason)
    {
        using var browser = await StartAsync();

        using var answer = await browser.SetUpAsync(Dashboard.SetupLink, password: password, again: again);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var retry = await browser.SetUpAsync(Dashboard.SetupLink);
        Assert.Equal(HttpStatusCode.Redirect, retry.StatusCode);
    }

    [Fact] // ASVS 6.2.9
    public async Task Password_OfMoreThan64Characters_IsTakenWhole()
    {
        const string Long = "walnut ladder quiet tuba orchid granite velvet compass harbour thistle lantern";
        using var browser = await StartAsync();
        using var made = await browser.SetUpAsync(Dashboard.SetupLink, password: Long);
        using var other = Dashboard.CreateBrowser();

        using var shortened = await other.SignInAsync(password: Long[..64]);
        using var whole = await other.SignInAsync(password: Long);

        Assert.Equal(HttpStatusCode.Forbidden, shortened.StatusCode);
        Assert.Equal("/", whole.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Link_HalfAnHourOld_IsRefusedAndAnotherIsPrinted()
    {
        using var browser = await StartAsync();
        var link = Dashboard.SetupLink;
        Dashboard.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync(link));

        Assert.NotEqual(link, Dashboard.SetupLink);
        using var retry = await browser.SetUpAsync(Dashboard.SetupLink);
        Assert.Equal(HttpStatusCode.Redirect, retry.StatusCode);
    }

    [Theory]
    [InlineData(Setup)]
    [InlineData(Setup + "?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Setup_WithoutTheConsolesToken_OffersNothing(string path)
    {
        using var browser = await StartAsync();

        using var answer = await browser.GetAsync(Relative(path), Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("<form", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private async Task<HttpClient> StartAsync()
    {
        var browser = Dashboard.CreateBrowser();
        await Dashboard.AnnouncedAsync();
        return browser;
    }
}
