using System.Net;
using System.Text.Json.Nodes;
using SessionState.Dashboard.SignIn.OpenIdConnect;
using SessionState.Dashboard.Tests.Hosting;
using SessionState.Tests.Shared.IdentityProvider;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>Somebody signs out at the provider, and it tells the Dashboard. ASVS 6.8.2, 7.4.1, 10.6.2.</summary>
public sealed class ProviderLogoutTests : IClassFixture<TwoProviders>, IDisposable
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private readonly DashboardFactory _dashboard = new();
    private readonly TestIdentityProvider _provider;
    private readonly TestIdentityProvider _other;

    public ProviderLogoutTests(TwoProviders providers)
    {
        (_provider, _other) = (providers.First, providers.Second);
        (_provider.Subject, _provider.Session) = ("42", "first");
        _dashboard.AddProvider(0, "corp", _provider);
        _dashboard.AddProvider(1, "other", _other);
    }

    public static TheoryData<string> Forgeries => [.. Forged.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Dictionary<string, TokenForgery> Forged { get; } = new()
    {
        ["another issuer"] = new(claims => claims["iss"] = "https://evil.example/"),
        ["another audience"] = new(claims => claims["aud"] = "another-client"),
        ["no audience"] = new(claims => claims.Remove("aud")),
        ["no event"] = new(claims => claims.Remove("events")),
        ["another event"] = new(claims => claims["events"] = new JsonObject { ["http://schemas.openid.net/event/other"] = new JsonObject() }),
        ["an event that is no object"] = new(claims => claims["events"] = new JsonObject { [Event] = "yes" }),
        ["events that are a list"] = new(claims => claims["events"] = new JsonArray(Event)),
        ["a nonce"] = new(claims => claims["nonce"] = "n"),
        ["nobody"] = new(claims => { claims.Remove("sub"); claims.Remove("sid"); }),
        ["no id"] = new(claims => claims.Remove("jti")),
        ["no time of issue"] = new(claims => claims.Remove("iat")),
        ["issued long ago"] = new(claims => claims["iat"] = claims["iat"]!.GetValue<long>() - 3600),
        ["issued in the future"] = new(claims => claims["iat"] = claims["iat"]!.GetValue<long>() + 3600),
        ["expired"] = new(claims => claims["exp"] = claims["iat"]!.GetValue<long>() - 600),
        ["no expiry"] = new(claims => claims.Remove("exp")),
        ["unsigned"] = new(_ => { }, ForgedSignature.None),
        ["a key the provider does not publish"] = new(_ => { }, ForgedSignature.OtherKey),
        ["another key under the same name"] = new(_ => { }, ForgedSignature.OtherKeyUnderTheSameName),
    };

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task Person_SignedOutThere_IsOutHere()
    {
        using var one = await SignedInAsync();
        using var two = await SignedInAsync("second");

        Assert.Equal(HttpStatusCode.OK, await TellAsync("corp", _provider.LogoutToken(new(claims => claims.Remove("sid")))));

        Assert.Equal(HttpStatusCode.Redirect, await one.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Redirect, await two.StatusAsync("/"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Session_EndedThere_EndsHereAlone(bool namesPerson)
    {
        using var one = await SignedInAsync();
        using var two = await SignedInAsync("second");

        var token = _provider.LogoutToken(new(claims =>
        {
            claims["sid"] = "second";
            if (!namesPerson)
            {
                claims.Remove("sub");
            }
        }));
        Assert.Equal(HttpStatusCode.OK, await TellAsync("corp", token));

        Assert.Equal(HttpStatusCode.OK, await one.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Redirect, await two.StatusAsync("/"));
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Token_Forged_IsRefusedAndEndsNothing(string forgery)
    {
        using var browser = await SignedInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync("corp", _provider.LogoutToken(Forged[forgery])));

        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
    }

    [Fact]
    public async Task Token_SentTwice_WorksOnce()
    {
        var token = _provider.LogoutToken();
        Assert.Equal(HttpStatusCode.OK, await TellAsync("corp", token));
        using var browser = await SignedInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync("corp", token));

        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
    }

    [Fact]
    public async Task Token_KeptBack_IsWorthNothing()
    {
        var token = _provider.LogoutToken();
        _dashboard.Clock.Advance(LogoutToken.Longest + TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync("corp", token));
    }

    [Fact]
    public async Task Token_OfAnotherProvider_EndsNobodyOfThisOne()
    {
        using var browser = await SignedInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync("corp", _other.LogoutToken()));
        Assert.Equal(HttpStatusCode.OK, await TellAsync("other", _other.LogoutToken()));

        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no token")]
    [InlineData("a.b.c")]
    public async Task Token_ThatIsNone_IsRefused(string token) => Assert.Equal(HttpStatusCode.BadRequest, await TellAsync("corp", token));

    [Fact]
    public async Task Provider_Unknown_IsNotThere() => Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync("nobody", _provider.LogoutToken()));

    private async Task<HttpClient> SignedInAsync(string session = "first")
    {
        _provider.Session = session;
        var browser = _dashboard.CreateBrowser();
        using var answer = await browser.SignInWithAsync("corp");
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
        return browser;
    }

    private async Task<HttpStatusCode> TellAsync(string provider, string token)
    {
        using var server = _dashboard.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        using var answer = await server.PostAsync(new Uri($"/signin/logout/{provider}", UriKind.Relative), form, Cancel);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        return answer.StatusCode;
    }
}
