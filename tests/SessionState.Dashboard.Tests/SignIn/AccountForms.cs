using System.Net;
using SessionState.Dashboard.Tests.Hosting;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>What people do on the pages around local accounts.</summary>
internal static class AccountForms
{
    public const string Name = "ann";
    public const string Password = "walnut ladder quiet tuba";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HttpResponseMessage> SetUpAsync(this HttpClient browser, string link, string password = Password, string? again = null)
    {
        var page = await browser.GetStringAsync(new Uri(link, UriKind.Relative), Cancel);
        return await browser.SubmitAsync(page, "/signin/setup", ("name", Name), ("displayName", "Ann Example"), ("password", password), ("again", again ?? password));
    }

    public static async Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string name = Name, string password = Password, string returnUrl = "/")
    {
        var page = await browser.GetStringAsync(new Uri($"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}", UriKind.Relative), Cancel);
        return await browser.SubmitAsync(page, "/signin/password", ("name", name), ("password", password));
    }

    public static async Task<HttpStatusCode> StatusAsync(this HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }
}
