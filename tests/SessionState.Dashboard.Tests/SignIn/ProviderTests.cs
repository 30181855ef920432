using System.Net;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Dashboard.Tests.Hosting;
using SessionState.Tests.Shared.IdentityProvider;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>OpenID Connect against a real provider. ASVS 6.8.1, 6.8.2, 10.5.1, 10.5.2, 10.5.4.</summary>
public sealed class ProviderTests : IClassFixture<TwoProviders>, IAsyncDisposable
{
    private readonly DashboardFactory _dashboard = new();
    private readonly TestIdentityProvider _provider;
    private readonly TestIdentityProvider _other;

    public ProviderTests(TwoProviders providers)
    {
        (_provider, _other) = (providers.First, providers.Second);
        _provider.Forgery = null;
        _dashboard.AddProvider(0, "corp", _provider);
        _dashboard.AddProvider(1, "other", _other);
    }

    public static TheoryData<string> Forgeries => [.. Forged.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Dictionary<string, TokenForgery> Forged { get; } = new()
    {
        ["another issuer"] = new(claims => claims["iss"] = "https://evil.example/"),
        ["the issuer without its slash"] = new(claims => claims["iss"] = claims["iss"]!.GetValue<string>().TrimEnd('/')),
        ["another audience"] = new(claims => claims["aud"] = "another-client"),
        ["no audience"] = new(claims => claims.Remove("aud")),
        ["another nonce"] = new(claims => claims["nonce"] = "another"),
        ["no nonce"] = new(claims => claims.Remove("nonce")),
        ["no subject"] = new(claims => claims.Remove("sub")),
        ["expired"] = new(Expire),
        ["no expiry"] = new(claims => claims.Remove("exp")),
        ["unsigned"] = new(_ => { }, ForgedSignature.None),
        ["a key the provider does not publish"] = new(_ => { }, ForgedSignature.OtherKey),
        ["another key under the same name"] = new(_ => { }, ForgedSignature.OtherKeyUnderTheSameName),
    };

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Person_ComingBack_IsSignedInByIssuerAndSubjectWithTheMappedGroups()
    {
        using var browser = _dashboard.CreateBrowser();

        using var answer = await browser.GetAsync(await browser.GoAsync("corp", "/audit?record=3"), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("url=/audit?record=3", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var person = Person(answer);
        Assert.Equal(new ActingUser(_provider.Issuer, "42", "Ada Lovelace") { Groups = ["Help desk"], Method = "corp" }, person.ToActingUser()! with { SignedInAt = null });
        Assert.Equal(["Help desk"], person.Groups());
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
    }

    [Fact]
    public async Task Question_AsksForACodeWithProofAndNonce()
    {
        using var browser = _dashboard.CreateBrowser();

        using var answer = await browser.GetAsync(new Uri("/signin/with/corp", UriKind.Relative), Cancel);

        var query = answer.Headers.Location!.Query;
        Assert.StartsWith(_provider.Issuer, answer.Headers.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.All(["response_type=code", "code_challenge_method=S256", "scope=openid%20profile", "nonce=", "state="], part => Assert.Contains(part, query, StringComparison.Ordinal));
        Assert.DoesNotContain(Uri.EscapeDataString(TestIdentityProvider.ClientSecret), query, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Token_Forged_IsRefused(string forgery)
    {
        using var browser = _dashboard.CreateBrowser();
        _provider.Forgery = Forged[forgery];

        using var answer = await browser.GetAsync(await browser.GoAsync("corp"), Cancel);

        await AssertRefusedAsync(browser, answer);
    }

    [Fact]
    public async Task Token_OfTheSameKindButUnchanged_IsTaken()
    {
        using var browser = _dashboard.CreateBrowser();
        _provider.Forgery = new(_ => { });

        using var answer = await browser.GetAsync(await browser.GoAsync("corp"), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Return_SentTwice_WorksOnce()
    {
        using var browser = _dashboard.CreateBrowser();
        using var second = _dashboard.CreateBrowser();
        var back = await browser.GoAsync("corp");
        using var first = await browser.GetAsync(back, Cancel);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        using var again = await browser.GetAsync(back, Cancel);
        using var elsewhere = await second.GetAsync(back, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        await AssertRefusedAsync(second, elsewhere);
    }

    [Fact]
    public async Task Code_OfAnEarlierSignIn_DoesNotFitALaterOne()
    {
        using var browser = _dashboard.CreateBrowser();
        using var thief = _dashboard.CreateBrowser();
        var stolen = Parameter(await browser.GoAsync("corp"), "code");
        var own = await thief.GoAsync("corp");

        using var answer = await thief.GetAsync(new Uri(own.OriginalString.Replace(Parameter(own, "code"), stolen, StringComparison.Ordinal)), Cancel);

        await AssertRefusedAsync(thief, answer);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    public async Task Return_WithoutStateOrCode_IsRefused(string missing)
    {
        using var browser = _dashboard.CreateBrowser();
        var back = await browser.GoAsync("corp");

        using var answer = await browser.GetAsync(new Uri(back.OriginalString.Replace($"{missing}=", "x=", StringComparison.Ordinal)), Cancel);

        await AssertRefusedAsync(browser, answer);
    }

    [Theory]
    [InlineData("?error=access_denied&state=forged")]
    [InlineData("?code=x&state=forged")]
    [InlineData("")]
    public async Task Return_MadeUp_IsRefused(string query)
    {
        using var browser = _dashboard.CreateBrowser();

        using var answer = await browser.GetAsync(new Uri($"/signin/callback/corp{query}", UriKind.Relative), Cancel);

        await AssertRefusedAsync(browser, answer);
    }

    [Fact]
    public async Task Return_AtTheWrongProvidersAddress_IsRefused()
    {
        using var browser = _dashboard.CreateBrowser();
        var back = await browser.GoAsync("corp");

        using var answer = await browser.GetAsync(new Uri(back.OriginalString.Replace("/corp?", "/other?", StringComparison.Ordinal)), Cancel);

        await AssertRefusedAsync(browser, answer);
    }

    [Fact]
    public async Task Subject_SameAtTwoProviders_IsTwoPeople()
    {
        using var first = _dashboard.CreateBrowser();
        using var second = _dashboard.CreateBrowser();
        using var one = await first.GetAsync(await first.GoAsync("corp"), Cancel);
        using var two = await second.GetAsync(await second.GoAsync("other"), Cancel);

        Assert.NotEqual(Person(one).ToActingUser()!.Issuer, Person(two).ToActingUser()!.Issuer);
        var sessions = _dashboard.Services.GetRequiredService<SessionBook>();
        Assert.Single(sessions.Of(new ActingUser(_provider.Issuer, "42", "")));
        Assert.Single(sessions.Of(new ActingUser(_other.Issuer, "42", "")));
    }

    [Theory] // H08
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task ReturnUrl_ElsewhereThanHere_IsNotFollowed(string returnUrl)
    {
        using var browser = _dashboard.CreateBrowser();

        using var answer = await browser.GetAsync(await browser.GoAsync("corp", returnUrl), Cancel);

        Assert.Contains("content=\"0; url=/\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WantedByAnotherSite_LeadsToTheSignInPage()
    {
        using var browser = _dashboard.CreateBrowser();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await browser.GetAsync(new Uri("/signin/with/corp", UriKind.Relative), Cancel);

        Assert.Equal("/signin", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Start_AtAProviderThatDoesNotAnswer_LeadsToTheSignInPage()
    {
        _dashboard.Settings["SignIn:OpenIdConnect:0:Issuer"] = "http://127.0.0.1:1/";
        using var browser = _dashboard.CreateBrowser();

        using var answer = await browser.GetAsync(new Uri("/signin/with/corp", UriKind.Relative), Cancel);

        await AssertRefusedAsync(browser, answer);
    }

    [Fact]
    public async Task SignInPage_NamesTheProviders()
    {
        using var browser = _dashboard.CreateBrowser();

        var page = await browser.GetStringAsync(new Uri("/signin", UriKind.Relative), Cancel);

        Assert.Contains("Sign in with Example corp", page, StringComparison.Ordinal);
        Assert.Contains("Sign in with Example other", page, StringComparison.Ordinal);
    }

    private static void Expire(JsonObject claims)
    {
        foreach (var name in new[] { "iat", "nbf", "exp" })
        {
            if (claims[name] is { } time)
            {
                claims[name] = time.GetValue<long>() - 7200;
            }
        }
    }

    private static string Parameter(Uri address, string name) =>
        address.Query.TrimStart('?').Split('&').Single(part => part.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];

    private static async Task AssertRefusedAsync(HttpClient browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("The sign-in there did not succeed", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/"));
    }

    private ClaimsPrincipal Person(HttpResponseMessage answer)
    {
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith(SignInCookie.Name, StringComparison.Ordinal)).Split(';')[0].Split('=', 2)[1];
        var options = _dashboard.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        return options.TicketDataFormat.Unprotect(cookie)!.Principal;
    }
}
