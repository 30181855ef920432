using System.Diagnostics;
using SessionState.Engine.Pages;
using SessionState.Files.Pages;

namespace SessionState.Files.Tests.Pages;

public sealed class PageFinderTests
{
    private const string Uses = "<% Session(\"x\") = 1 %>";

    [Fact]
    public void FindPages_ReadsTheApplicationAndNotTheOnesBelow()
    {
        using var server = new TestServer();
        server.Site("One", ("/", server.Make("sites/One")), ("/shop", server.Make("sites/One/shop")), ("/blog", server.Make("elsewhere/blog"))).WriteHost();
        server.Write("sites/One/default.asp", Uses);
        server.Write("sites/One/a/b/deep.asp", "\n" + Uses);
        server.Write("sites/One/a/readme.txt", Uses);
        server.Write("sites/One/a/quiet.asp", "<p></p>");
        server.Write("sites/One/shop/cart.asp", Uses);
        server.Write("sites/One/blog/hidden-by-the-application.asp", Uses);
        server.Write("elsewhere/blog/post.asp", Uses);

        var scan = Find(server, "One");

        Assert.Equal(["One/default.asp 1", "One/a/b/deep.asp 2"], scan.Pages.Select(page => $"{page.Path} {page.Facts.FirstUse?.Line}"));
        Assert.Equal(server.At("sites/One/default.asp"), scan.Pages[0].File);
        Assert.Equal((3, 0, null), (scan.FilesRead, scan.SkippedCount, scan.Incomplete));
        Assert.Equal(["One/shop/cart.asp"], Paths(Find(server, "One/shop")));
        Assert.Equal(["One/blog/post.asp"], Paths(Find(server, "One/blog")));
        Assert.Equal(["One/a/b/deep.asp"], Paths(Find(server, "One/a")));
        Assert.Equal(["One/a/b/deep.asp"], Paths(Find(server, "One/a/b/DEEP.asp")));
    }

    [Fact]
    public void FindPages_FollowsNoLinkAndWaitsForNoPipe()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One").WriteHost();
        var secret = server.Write("elsewhere/secret.asp", Uses);
        File.CreateSymbolicLink(server.At("sites/One/link.asp"), secret);
        Directory.CreateSymbolicLink(server.At("sites/One/folder"), server.At("elsewhere"));
        Assert.Equal(0, Posix.HardLink(secret, server.At("sites/One/second-name.asp")));
        Assert.Equal(0, Posix.MakeFifo(server.At("sites/One/pipe.asp"), 0x1b6));
        var started = Stopwatch.GetTimestamp();

        var scan = Find(server, "One");

        Assert.Empty(scan.Pages);
        Assert.Equal(3, scan.SkippedCount);
        Assert.Contains(scan.Skipped, skipped => skipped.File.EndsWith("second-name.asp", StringComparison.Ordinal) && skipped.Why.Contains("hard link", StringComparison.Ordinal));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void FindPages_FolderReplacedByALink_IsNotEntered()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("elsewhere/secret.asp", Uses);
        server.Write("sites/One/a/page.asp", Uses);
        var set = server.Load();
        Directory.Delete(server.At("sites/One/a"), recursive: true);
        Directory.CreateSymbolicLink(server.At("sites/One/a"), server.At("elsewhere"));

        var scan = Find(set, "One", new());

        Assert.Empty(scan.Pages);
        Assert.Equal("The folder is reached through a link, which is not followed.", Assert.Single(scan.Skipped).Why);
    }

    [Fact]
    public void FindPages_LargePage_IsSkippedAndNamed()
    {
        using var server = new TestServer().Site("One").WriteHost();
        var large = server.Write("sites/One/large.asp", Uses + new string(' ', PageReader.MaximumBytes));

        var scan = Find(server, "One");

        Assert.Equal([new SkippedPage(large, "It is larger than 1024 KB.")], scan.Skipped);
    }

    [Fact]
    public void FindPages_BeyondALimit_SaysThatThereAreMore()
    {
        using var server = new TestServer().Site("One").WriteHost();
        for (var i = 0; i < 5; i++)
        {
            server.Write($"sites/One/f{i}/page.asp", Uses);
        }

        Assert.Equal((2, "There are more: only the first 2 pages were looked at."), Told(Find(server, "One", new() { Files = 2 })));
        Assert.Equal((2, "There are more: only the first 3 folders were looked at."), Told(Find(server, "One", new() { Folders = 3 })));
        Assert.Equal((0, "There are more: only the first 0 MB of pages were looked at."), Told(Find(server, "One", new() { Bytes = 10 })));
        Assert.Equal((5, null), Told(Find(server, "One", new() { Files = 5, Folders = 6 })));
    }

    [Fact]
    public void FindPages_FolderThatTheTreeDoesNotHave_IsSaid()
    {
        using var server = new TestServer().Site("One").WriteHost();
        var set = server.Load();
        server.Write("sites/One/new/page.asp", Uses);

        Assert.Contains("The folder new in", Find(set, "One", new()).Incomplete, StringComparison.Ordinal);
    }

    [Fact]
    public void FindPages_NetworkFolderAndServer_AreNotLookedAt()
    {
        using var server = new TestServer().Site("One", ("/", @"\\other\share")).WriteHost();

        Assert.Equal("The folder of One is not available on this machine.", Find(server, "One").Incomplete);
        Assert.Equal("Pages belong to sites: look at one of them.", Find(server, "").Incomplete);
    }

    [Fact]
    public void FindPages_FolderServedTwice_IsReadOnce()
    {
        using var server = new TestServer();
        server.Site("One").WriteHost();
        server.Write("sites/One/page.asp", Uses);
        var host = File.ReadAllText(server.Host);
        File.WriteAllText(server.Host, host.Replace("</application>", $"<virtualDirectory path=\"/same\" physicalPath=\"{server.At("sites/One")}\" /></application>", StringComparison.Ordinal));

        Assert.Equal(["One/page.asp"], Paths(Find(server, "One")));
    }

    [Fact]
    public void FindPages_Cancelled_Stops()
    {
        using var server = new TestServer().Site("One").WriteHost();
        var set = server.Load();

        Assert.Throws<OperationCanceledException>(() => set.FindPages(set.Current.Server.Find("One")!, new(), new CancellationToken(true)));
    }

    private static PageScan Find(TestServer server, string path, PageScanLimits? limits = null) => Find(server.Load(), path, limits ?? new());

    private static PageScan Find(ConfigurationSet set, string path, PageScanLimits limits) =>
        set.FindPages(set.Current.Server.Find(path)!, limits, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Paths(PageScan scan) => scan.Pages.Select(page => page.Path);

    private static (int, string?) Told(PageScan scan) => (scan.Pages.Length, scan.Incomplete);
}
