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

    /// <summary>Sends the page's form that goes to <paramref name="action"/>, or its first one there, with what a person typed.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient browser, string page, string action = "/signin", params (string Name, string Value)[] typed)
    {
        var start = page.IndexOf($"action=\"{action}\"", StringComparison.Ordinal);
        var form = start < 0 ? page : page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
        var fields = HiddenField().Matches(form).Select(field =>
            KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using var content = new FormUrlEncodedContent([.. fields, .. typed.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await browser.PostAsync(new Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)""")]
    private static partial Regex HiddenField();
}
