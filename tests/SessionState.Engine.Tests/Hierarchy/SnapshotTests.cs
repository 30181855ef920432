using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Tests.Vectors;
using static SessionState.Engine.Tests.Vectors.ShopServer;

namespace SessionState.Engine.Tests.Hierarchy;

public sealed class SnapshotTests
{
    private static readonly ShopServer TheShop = new()
    {
        AspMode = "Allow",
        WebConfigs = { ["/srv/shop"] = Web(Group(Asp("false"))) },
    };

    [Fact]
    public void Nodes_OfAServer_AreInPreOrderByName()
    {
        var server = (TheShop with { Host = Location("Shop/b.asp", "<asp/>") + Location("Shop/A", "<asp/>") }).Load();

        Assert.Equal(
            ["", "Other", "Shop", "Shop/A", "Shop/b.asp", "Shop/docs", "Shop/pics", "Shop/pics/x", "Shop/store", "Shop/store/inner"],
            server.Nodes().Select(node => node.Path));
        Assert.Equal(10, server.NodeCount);
        Assert.Equal(
            [NodeKind.Server, NodeKind.Site, NodeKind.Site, NodeKind.Folder, NodeKind.File, NodeKind.Folder, NodeKind.VirtualDirectory, NodeKind.Folder, NodeKind.Application, NodeKind.Folder],
            server.Nodes().Select(node => node.Kind));
        Assert.Equal([0, 1, 1, 2, 2, 2, 2, 3, 2, 3], server.Nodes().Select(node => node.Depth));
    }

    [Fact]
    public void IsConfigured_OfPlainFolders_DependsOnContentAndTags()
    {
        var server = (TheShop with { Host = Location("Shop/pics/x", "<httpErrors/>") }).Load();

        Assert.Equal(
            ["Shop/docs", "Shop/store/inner"],
            server.Nodes().Where(node => !node.IsConfigured).Select(node => node.Path));
    }

    [Fact]
    public void With_OneWebConfig_RebuildsOnlyTheSitesThatMapIt()
    {
        var before = TheShop.Load();

        var after = before.With(ConfigurationFile.Read(ConfigurationFileKind.Web, "/srv/shop/docs/web.config", Web(Group(Asp("true")))));

        Assert.Equal("false", Value(before, "Shop/docs"));
        Assert.Equal("true", Value(after, "Shop/docs"));
        Assert.Equal("false", Value(after, "Shop"));
        Assert.Same(before.Find("Other"), after.Find("Other"));
        Assert.NotSame(before.Find("Shop"), after.Find("Shop"));
        Assert.Equal(before.NodeCount, after.NodeCount);
    }

    [Fact]
    public void With_ANestedApplicationsWebConfig_IsSeenThroughBothFolders()
    {
        var after = TheShop.Load().With(
            ConfigurationFile.Read(ConfigurationFileKind.Web, "/srv/shop/store/inner/web.config", Web(Group(Asp("true")))));

        Assert.Equal(("false", "true"), (Value(after, "Shop/store"), Value(after, "Shop/store/inner")));
    }

    [Fact]
    public void With_AFileOutsideTheServer_ChangesNothing()
    {
        var before = TheShop.Load();

        var after = before.With(ConfigurationFile.Read(ConfigurationFileKind.Web, "/elsewhere/web.config", Web("")));

        Assert.Equal(before.Root.Children, after.Root.Children);
    }

    [Fact]
    public void With_ApplicationHost_KeepsTheContent()
    {
        var edited = TheShop with { Host = Location("Shop/store", Asp("true")) };
        var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, HostFile, edited.HostText);

        var after = TheShop.Load().With(file);

        Assert.Equal(("false", "true"), (Value(after, "Shop"), Value(after, "Shop/store")));
        Assert.Same(file, after.ApplicationHost);
    }

    [Fact]
    public void Rebuild_WithOtherContent_TakesItForTheNamedSitesOnly()
    {
        var before = TheShop.Load();

        var after = before.Rebuild(["sHop", "unknown"], new ShopServer().Content);

        Assert.Equal(("false", "true"), (Value(before, "Shop"), Value(after, "Shop")));
        Assert.Same(before.Find("Other"), after.Find("Other"));
        Assert.Equal("Shop", Assert.Single(after.NodesServedBy("/srv/shop/web.config")).Path);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("shop/", "Shop")]
    [InlineData("SHOP/Docs", "Shop/docs")]
    [InlineData("Shop/docs/deep/page.asp", "Shop/docs/deep/page.asp")]
    [InlineData("Nope", null)]
    [InlineData("Shop//docs", null)]
    [InlineData("Shop/../Other", null)]
    [InlineData("Shop/docs.", null)]
    [InlineData("Shop/a:b", null)]
    [InlineData("/Shop", null)]
    [InlineData("//", null)]
    public void Find_Path_GivesTheNodeOrNull(string path, string? found) => Assert.Equal(found, TheShop.Load().Find(path)?.Path);

    [Fact]
    public void Find_PathThatIsNoNode_MakesAFolderOrFileThatInherits()
    {
        var server = TheShop.Load();

        var file = server.Find("Shop/store/new/page.asp")!;

        Assert.Equal((NodeKind.File, NodeKind.Folder), (file.Kind, file.Parent!.Kind));
        Assert.Equal(@"C:\shop\store\new\page.asp", file.PhysicalPath);
        Assert.Same(server.Find("Shop/store"), file.Application);
        Assert.Null(file.WebConfigPath);
        Assert.Equal("false", EffectiveValueReader.Read(file, Settings.AllowSessionState).Value);
        Assert.DoesNotContain(file, server.Nodes());
    }

    private static string? Value(ServerConfiguration server, string path) =>
        EffectiveValueReader.Read(server.Find(path)!, Settings.AllowSessionState).Value;
}
