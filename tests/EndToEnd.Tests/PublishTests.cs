using System.Net;
using System.Text.RegularExpressions;
using EndToEnd.Tests.Harness;

namespace EndToEnd.Tests;

/// <summary>What is deployed is the published folder, and it is started from anywhere.</summary>
public sealed partial class PublishTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ssd-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task PublishedFolder_StartedFromElsewhere_ServesItsFilesAndTheDemo()
    {
        var published = Path.Combine(_folder.FullName, "app");
        await using var publish = new RunningProgram(
            "dotnet", "publish", Path.Combine(BuildOutput.RepositoryRoot, "src", "SessionState.Dashboard"),
            "--no-build", "--configuration", BuildOutput.Configuration, "--output", published);
        Assert.True(await publish.ExitAsync(Cancel) == 0, publish.Output);
        await using var dashboard = new RunningProgram(
            Path.Combine(published, Path.GetFileName(BuildOutput.Dashboard)), "--Urls", "http://127.0.0.1:0", "--DataDirectory", Path.Combine(_folder.FullName, "data"));
        var link = (await dashboard.LineAsync(@"^Sign in with this link .*: (\S+)$", Cancel)).Groups[1].Value;
        using var browser = new HttpClient { BaseAddress = new Uri(new Uri(link), "/") };

        await SignInAsync(browser, link);

        foreach (var path in (string[])["css/app.css", "css/plain.css", "favicon.svg", "_content/MudBlazor/MudBlazor.min.css", "_framework/blazor.web.js"])
        {
            Assert.NotEmpty(await browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
        }

        var page = await browser.GetStringAsync(new Uri("", UriKind.Relative), Cancel);
        Assert.Matches(@"css/app\.[a-z0-9]{10}\.css", page);
        Assert.Contains("The Service is running", dashboard.Output, StringComparison.Ordinal);
    }

    private static async Task SignInAsync(HttpClient browser, string link)
    {
        var page = await browser.GetStringAsync(new Uri(link), Cancel);
        using var form = new FormUrlEncodedContent(HiddenField().Matches(page).Select(field =>
            KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value))));
        using var answer = await browser.PostAsync(new Uri("signin", UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)""")]
    private static partial Regex HiddenField();
}
