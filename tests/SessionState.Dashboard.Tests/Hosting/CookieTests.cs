using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using SessionState.Dashboard.SignIn;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>Sign-in cookies that are not, or no longer, ours. ASVS 7.2.1. Row H06.</summary>
public sealed class CookieTests : IAsyncLifetime
{
    private readonly DashboardFactory _dashboard = new();
    private string _good = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _good = await SignInAsync(_dashboard);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%00%0d%0a")]
    [InlineData("chunks-3")]
    [InlineData("chunks-2147483647")]
    [InlineData("chunks-99999999999999999999")]
    public Task Cookie_Forged_IsNobody(string value) => AssertNobodyAsync(value);

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    public Task Cookie_Truncated_IsNobody(int missing) => AssertNobodyAsync(_good[..^missing]);

    [Fact]
    public Task Cookie_WithOneCharacterChanged_IsNobody()
    {
        var middle = _good.Length / 2;
        return AssertNobodyAsync($"{_good[..middle]}{(_good[middle] == 'A' ? 'B' : 'A')}{_good[(middle + 1)..]}");
    }

    [Fact]
    public Task Cookie_Of8Kilobytes_IsNobody() => AssertNobodyAsync(new string('x', 8 * 1024));

    [Fact]
    public async Task Cookie_OfAnotherDashboard_IsNobody()
    {
        await using var other = new DashboardFactory();

        await AssertNobodyAsync(await SignInAsync(other));
    }

    [Fact]
    public async Task Cookie_OfAnotherPurpose_IsNobody()
    {
        var protection = _dashboard.Services.GetRequiredService<IDataProtectionProvider>();

        await AssertNobodyAsync(protection.CreateProtector("Another purpose").Protect("local 1 Ann"));
    }

    [Fact]
    public async Task Cookie_AfterANewKey_IsStillGood()
    {
        Keys.CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_good, "text/html"));
    }

    [Fact]
    public async Task Cookie_AfterAllKeysWereRevoked_IsNobody()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_good, "text/html"));

        Keys.RevokeAllKeys(DateTimeOffset.UtcNow.AddMinutes(1), "A test of the keys.");

        // The keys are read anew in the background once somebody asks.
        for (var asked = 0; asked < 10_000 && await StatusAsync(_good, "text/html") == HttpStatusCode.OK; asked++)
        {
            await Task.Yield();
        }

        await AssertNobodyAsync(_good);
    }

    private IKeyManager Keys => _dashboard.Services.GetRequiredService<IKeyManager>();

    private static async Task<string> SignInAsync(DashboardFactory dashboard)
    {
        using var browser = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var answer = await browser.OpenAndSubmitAsync(dashboard.NewestLink);
        return answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith(SignInCookie.Name, StringComparison.Ordinal)).Split(';')[0].Split('=', 2)[1];
    }

    private async Task AssertNobodyAsync(string cookie)
    {
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(cookie, "text/html"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(cookie, "application/json"));
    }

    private async Task<HttpStatusCode> StatusAsync(string cookie, string accept)
    {
        using var client = _dashboard.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/audit", UriKind.Relative));
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.TryAddWithoutValidation("Cookie", $"{SignInCookie.Name}={cookie}");
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
