using SessionState.Engine.Text;

namespace SessionState.Files.Tests.Watching;

public sealed class HostRefreshTests
{
    [Fact]
    public void Refresh_NewSite_IsScannedAndKnownFoldersAreKept()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var before = set.Current.Server.Find("One")!.WebConfig;

        server.Site("Three");
        server.Write("sites/Three/web.config", TestServer.Off);
        server.WriteHost();

        Assert.True(set.Refresh());
        Assert.Equal("false", TestServer.ValueAt(set.Current, "Three"));
        Assert.Same(before, set.Current.Server.Find("One")!.WebConfig);
        Assert.Equal(server.Load().Current.Revision, set.Current.Revision);
    }

    [Fact]
    public void Refresh_SiteAboveAndSiteGone_GivesWhatAFreshLoadGives()
    {
        using var server = new TestServer();
        server.Write("sites/One/app/web.config", TestServer.Off);
        server.Site("App", ("/", server.At("sites/One/app"))).WriteHost();
        var set = server.Load();
        var small = File.ReadAllText(server.Host);

        server.Site("One").WriteHost();
        Assert.True(set.Refresh());
        Assert.Equal("false", TestServer.ValueAt(set.Current, "One/app"));
        Assert.Equal(server.Load().Current.Revision, set.Current.Revision);

        File.WriteAllText(server.Host, small);
        Assert.True(set.Refresh());
        Assert.Equal("false", TestServer.ValueAt(set.Current, "App"));
        Assert.Equal(server.Load().Current.Revision, set.Current.Revision);

        server.Write("sites/One/app/web.config", TestServer.On);
        Assert.True(set.Refresh());
        Assert.Equal("true", TestServer.ValueAt(set.Current, "App"));
    }

    [Fact]
    public void Refresh_MalformedApplicationHostConfig_ShowsTheReasonAndKeepsTheLastGood()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var good = set.Current;
        var text = File.ReadAllText(server.Host);

        File.WriteAllText(server.Host, text[..200]);
        Assert.True(set.Refresh());

        Assert.Equal(1, set.Current.Server.NodeCount);
        Assert.Contains(set.Current.Server.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.Malformed);
        Assert.Same(good, set.LastGood);

        server.Write("sites/One/web.config", TestServer.On);
        Assert.True(set.Refresh());
        File.WriteAllText(server.Host, text);
        Assert.True(set.Refresh());
        Assert.Equal("true", TestServer.ValueAt(set.Current, "One"));
        Assert.Same(set.Current, set.LastGood);
    }

    [Fact]
    public void Refresh_ApplicationHostConfigGone_SaysSoOnce()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();

        File.Delete(server.Host);

        Assert.True(set.Refresh());
        Assert.Contains(set.Current.Server.Diagnostics, diagnostic => diagnostic.Code == FileDiagnosticCodes.Missing);
        Assert.False(set.Refresh());
    }
}
