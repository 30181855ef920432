using SessionState.Dashboard.Tests.Hosting;
using SessionState.Tests.Shared.IdentityProvider;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>What operators write and people do to sign in with a provider.</summary>
internal static class ProviderForms
{
    // The provider's own pages, in whatever browser.
    private static readonly HttpClient Elsewhere = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static void AddProvider(this DashboardFactory dashboard, int index, string name, TestIdentityProvider provider)
    {
        var entry = $"SignIn:OpenIdConnect:{index}";
        dashboard.Settings[$"{entry}:Name"] = name;
        dashboard.Settings[$"{entry}:Title"] = $"Example {name}";
        dashboard.Settings[$"{entry}:Issuer"] = provider.Issuer;
        dashboard.Settings[$"{entry}:ClientId"] = TestIdentityProvider.ClientId;
        dashboard.Settings[$"{entry}:ClientSecret"] = TestIdentityProvider.ClientSecret;
        dashboard.Settings[$"{entry}:GroupsClaim"] = "groups";
        dashboard.Settings[$"{entry}:Groups:7f3c-helpdesk"] = "Help desk";
        dashboard.Settings[$"{entry}:AllowHttp"] = "true";

        // The cookies for the way there and back have an end, and the client that keeps them knows the real time.
        dashboard.Clock.SetToNow();
    }

    /// <summary>To the provider; its way back, not yet gone.</summary>
    public static async Task<Uri> GoAsync(this HttpClient browser, string provider, string returnUrl = "/")
    {
        using var start = await browser.GetAsync(new Uri($"/signin/with/{provider}?returnUrl={Uri.EscapeDataString(returnUrl)}", UriKind.Relative), Cancel);
        using var back = await Elsewhere.GetAsync(start.Headers.Location, Cancel);
        return back.Headers.Location!;
    }

    /// <summary>There and back.</summary>
    public static async Task<HttpResponseMessage> SignInWithAsync(this HttpClient browser, string provider) =>
        await browser.GetAsync(await browser.GoAsync(provider), Cancel);
}
