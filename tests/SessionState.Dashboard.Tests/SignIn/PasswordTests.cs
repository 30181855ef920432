using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.SignIn.Accounts;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>Signing in with a name and a password. ASVS 3.3.1-3.3.4, 6.2.1, 6.3.1, 7.2.4.</summary>
public class PasswordTests(string? postgreSql = null) : AccountTests(postgreSql), IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var browser = Dashboard.CreateBrowser();
        await Dashboard.AnnouncedAsync();
        using var made = await browser.SetUpAsync(Dashboard.SetupLink);
    }

    [Fact]
    public async Task Password_Right_SignsInAndGoesWhereThePersonWanted()
    {
        using var browser = Dashboard.CreateBrowser();

        using var answer = await browser.SignInAsync(returnUrl: "/audit?record=3");

        Assert.Equal("/audit?record=3", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
    }

    [Theory]
    [InlineData("ann", "walnut ladder quiet oboe")]
    [InlineData("bob", AccountForms.Password)]
    [InlineData("ann'--", AccountForms.Password)]
    [InlineData("", "")]
    public async Task NameOrPassword_Wrong_IsRefusedInTheSameWords(string name, string password)
    {
        using var browser = Dashboard.CreateBrowser();

        using var answer = await browser.SignInAsync(name, password);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("That name and password do not let you in.", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/"));
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("nobody")]
    public async Task Attempts_MoreThanFiveAMinute_AreNotEvenLookedAt(string name)
    {
        using var browser = Dashboard.CreateBrowser();
        for (var attempt = 0; attempt < PasswordAttempts.PerMinute; attempt++)
        {
            using var refused = await browser.SignInAsync(name, "walnut ladder quiet oboe");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var answer = await browser.SignInAsync(name);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [Fact]
    public async Task Account_AfterFiveWrongPasswords_IsLockedAlsoForTheRightOne()
    {
        await ChangeAsync(account => account.AccessFailedCount = AccountRules.AttemptsBeforeLockout - 1);
        using var browser = Dashboard.CreateBrowser();
        using var wrong = await browser.SignInAsync(password: "walnut ladder quiet oboe");

        using var locked = await browser.SignInAsync();

        Assert.Equal(HttpStatusCode.Forbidden, locked.StatusCode);
        await ChangeAsync(account => account.LockoutEnd -= AccountRules.Lockout);
        using var later = await browser.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task SignIn_InASession_StartsAnotherAndEndsTheOld()
    {
        using var browser = Dashboard.CreateBrowser();
        using var thief = Dashboard.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var first = await browser.SignInAsync();
        thief.DefaultRequestHeaders.Add("Cookie", Cookie(first).Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, await thief.StatusAsync("/"));

        using var second = await browser.SignInAsync();

        Assert.NotEqual(Cookie(first), Cookie(second));
        Assert.Equal(HttpStatusCode.Unauthorized, await thief.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
    }

    [Fact]
    public async Task Cookie_OverHttps_BelongsToThisHostAlone()
    {
        using var browser = Dashboard.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var answer = await browser.SignInAsync();

        Assert.Matches("^__Host-SessionState.SignIn=[^;]+; path=/; secure; samesite=strict; httponly$", Cookie(answer));
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task Form_WithoutAntiforgeryToken_IsRefused()
    {
        using var browser = Dashboard.CreateBrowser();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "ann"), KeyValuePair.Create("password", AccountForms.Password)]);

        using var answer = await browser.PostAsync(new Uri("/signin/password", UriKind.Relative), form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Session_AfterARestart_GoesOn()
    {
        using var browser = Dashboard.CreateBrowser();
        using var answer = await browser.SignInAsync();

        using var scope = Dashboard.Services.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<AccountsContext>().Sessions.ToList();

        Assert.Contains(rows, row => row is { Name: "Ann Example", Method: "password" });
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
    }

    private static string Cookie(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(value => value.Contains(SignInCookie.Name, StringComparison.Ordinal));

    private async Task ChangeAsync(Action<Account> change)
    {
        await using var scope = Dashboard.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await users.FindByNameAsync(AccountForms.Name);
        change(account!);
        Assert.True((await users.UpdateAsync(account!)).Succeeded);
    }
}
