using System.Net;
using AngleSharp.Html.Parser;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>Every file of ours is served with its content, not only those that somebody thought of listing.</summary>
public sealed class WebRootTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_OfOurs_AreServedAsTheyAre()
    {
        using var browser = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var signIn = await browser.OpenAndSubmitAsync(dashboard.NewestLink);
        var root = Path.Combine(Repository.Root, "wwwroot");
        string[] files = [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))];

        Assert.NotEmpty(files);
        foreach (var path in files)
        {
            using var answer = await browser.GetAsync(new Uri($"/{path}", UriKind.Relative), Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(root, path), Cancel), await answer.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Fact]
    public async Task Page_LinksOnlyToWhatIsServed()
    {
        using var browser = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var signIn = await browser.OpenAndSubmitAsync(dashboard.NewestLink);
        var document = await new HtmlParser().ParseDocumentAsync(await browser.GetStreamAsync(new Uri("/", UriKind.Relative), Cancel), Cancel);

        string[] links = [.. document.QuerySelectorAll("link[href], script[src], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)];

        Assert.InRange(links.Length, 10, 30);
        foreach (var link in links)
        {
            using var answer = await browser.GetAsync(new Uri($"/{link.TrimStart('/')}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
