using System.Net;
using System.Text.RegularExpressions;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>Does what a person does with a sign-in link: opens it and presses the button.</summary>
internal static partial class SignInForm
{
    public static async Task<HttpResponseMessage> OpenAndSubmitAsync(this HttpClient browser, string link)
    {
        var cancel = TestContext.Current.CancellationToken;
        var page = await browser.GetStringAsync(new Uri(link, UriKind.Relative), cancel);
        return await browser.SubmitAsync(page);
    }

    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient browser, string page, string action = "/signin")
    {
        var fields = HiddenField().Matches(page).Select(field =>
            KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(action, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)""")]
    private static partial Regex HiddenField();
}
