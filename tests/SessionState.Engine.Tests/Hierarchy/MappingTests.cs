using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Tests.Vectors;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Hierarchy;

public sealed class MappingTests
{
    [Fact]
    public void Application_OnTheWayOfAParentsFolder_HidesThatFolder()
    {
        var server = new ShopServer
        {
            SitesContent = """
                <site name="Shop">
                  <application path="/"><virtualDirectory path="/" physicalPath="C:\shop" /></application>
                  <application path="/store"><virtualDirectory path="/" physicalPath="C:\other" /></application>
                </site>
                """,
        }.Load();

        Assert.Equal("/srv/other", server.Find("Shop/store")!.LocalFolder);
        Assert.Empty(server.Find("Shop/store")!.Children);
    }

    [Fact]
    public void Application_BelowAPlainFolder_MakesTheFolderANode()
    {
        var server = new ShopServer
        {
            SitesContent = """
                <site name="Shop">
                  <application path="/"><virtualDirectory path="/" physicalPath="C:\shop" /></application>
                  <application path="/docs/guide" applicationPool="Guide"><virtualDirectory path="/" physicalPath="C:\other" /></application>
                </site>
                """,
        }.Load();

        var guide = server.Find("Shop/docs/guide")!;
        Assert.Equal((NodeKind.Folder, "/srv/shop/docs"), (guide.Parent!.Kind, guide.Parent.LocalFolder));
        Assert.Equal(("Guide", "DefaultAppPool"), (guide.ApplicationPool, guide.Parent.ApplicationPool));
        Assert.Same(server.Find("Shop"), guide.Parent.Application);
    }

    [Fact]
    public void VirtualDirectory_BelowANestedApplicationsPath_IsHiddenByIt()
    {
        var server = new ShopServer
        {
            SitesContent = """
                <site name="Shop">
                  <application path="/"><virtualDirectory path="/" physicalPath="C:\shop" /><virtualDirectory path="/store/pics" physicalPath="D:\pics" /></application>
                  <application path="/store"><virtualDirectory path="/" physicalPath="C:\shop\store" /></application>
                </site>
                """,
        }.Load();

        Assert.Equal(@"C:\shop\store\pics", server.Find("Shop/store/pics")!.PhysicalPath);
    }

    [Fact]
    public void Defaults_OfTheNearestBlock_ApplyWhereTheObjectIsSilent()
    {
        var layout = new ShopServer
        {
            SitesContent = """
                <site name="A" id="7" serverAutoStart="false">
                  <bindings><binding protocol="http" bindingInformation="*:80:" /><binding protocol="https" bindingInformation="*:443:a" /></bindings>
                  <application path="/"><virtualDirectory path="/" physicalPath="C:\a" /></application>
                  <application path="/own/" applicationPool="Own"><virtualDirectoryDefaults allowSubDirConfig="true" /><virtualDirectory path="/" physicalPath="C:\b" /></application>
                  <applicationDefaults applicationPool="OfSite" />
                  <virtualDirectoryDefaults allowSubDirConfig="false" />
                </site>
                """,
        }.Load().Layout;

        var site = Assert.Single(layout.Sites);
        Assert.Equal(("A", 7u, "http/*:80:,https/*:443:a", false), (site.Name, site.Id, site.Bindings, site.ServerAutoStart));
        Assert.Equal([("/", "OfSite"), ("/own", "Own")], site.Applications.Select(one => (one.Path, one.ApplicationPool)));
        Assert.Equal([false, true], site.Applications.Select(one => one.VirtualDirectories[0].AllowSubDirConfig));
    }

    [Fact]
    public void Sites_WithOneName_AreReportedAndTheFirstIsShown()
    {
        var server = new ShopServer { SitesContent = ShopServer.Sites + ShopServer.Sites.Replace("Other", "SHOP", StringComparison.Ordinal) }.Load();

        Assert.Equal(["Other", "Shop"], server.Root.Children.Select(site => site.Name));
        Assert.Contains(server.Diagnostics, problem => problem.Message.StartsWith("There are two sites called 'Shop'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("")]
    public void Site_WithANameThatNoPathCanHold_IsReportedAndNotShown(string name)
    {
        var server = new ShopServer { SitesContent = ShopServer.Sites.Replace("\"Other\"", $"\"{name}\"", StringComparison.Ordinal) }.Load();

        Assert.Equal("Shop", Assert.Single(server.Root.Children).Name);
        Assert.Equal(DiagnosticCodes.InvalidSite, Assert.Single(server.Diagnostics).Code);
    }

    [Theory]
    [InlineData("store")]
    [InlineData("/a/../b")]
    [InlineData("/store:x")]
    public void Application_WithAPathThatIsNotValid_IsReportedAndNotShown(string path)
    {
        var server = new ShopServer { SitesContent = ShopServer.Sites.Replace("\"/store\"", $"\"{path}\"", StringComparison.Ordinal) }.Load();

        Assert.DoesNotContain(server.Nodes(), node => node.Kind == NodeKind.Application);
        Assert.Contains($"'{path}'", Assert.Single(server.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LocationTag_OfEndlessDepth_IsIdle()
    {
        var server = new ShopServer { Host = ShopServer.Location("Shop" + string.Concat(Enumerable.Repeat("/a", 30_000)), "<asp/>") }.Load();

        Assert.Equal(DiagnosticCodes.InvalidLocation, Assert.Single(server.Diagnostics).Code);
        Assert.Null(server.Find("Shop" + string.Concat(Enumerable.Repeat("/a", 30_000))));
    }

    [Fact]
    public void ContentOfAnotherMachine_WithAWarning_StillAnswersFromApplicationHost()
    {
        var problem = Diagnostic.Warning(DiagnosticCodes.Unreadable, "The folder is not on this machine.", @"C:\shop", null, "Give a path map.");
        var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, ShopServer.HostFile, new ShopServer
        {
            Host = ShopServer.Location("Shop", ShopServer.Asp("false")),
        }.HostText);

        var server = ServerConfiguration.Build(
            file, ServerLayout.Read(file, new Dictionary<string, string>()), (_, _) => new ContentRoot(null, problem));

        var node = server.Find("Shop/any")!;
        Assert.Equal("false", EffectiveValueReader.Read(node, Settings.AllowSessionState).Value);
        Assert.Equal([problem], NodeDiagnostics.Read(node));
    }

    [Theory]
    [InlineData("../Shop")]
    [InlineData("Shop//docs")]
    [InlineData("/Shop")]
    [InlineData("Shop/")]
    [InlineData("Shop/docs.")]
    [InlineData("Shop/docs ")]
    public void LocationTag_WithAPathThatNamesNothing_IsIdleAndReported(string path)
    {
        var server = new ShopServer { Host = ShopServer.Location(path, ShopServer.Asp("false")) }.Load();

        var warning = Assert.Single(server.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, DiagnosticCodes.InvalidLocation), (warning.Severity, warning.Code));
        Assert.All(server.Nodes(), node => Assert.True(EffectiveValueReader.Read(node, Settings.AllowSessionState).IsDefault));
    }

    [Theory]
    [InlineData("%A%/x", "1/x")]
    [InlineData("%a%%b%", "12")]
    [InlineData("%c%/%A%", "%c%/1")]
    [InlineData("100%", "100%")]
    [InlineData("%", "%")]
    [InlineData("%%", "%%")]
    [InlineData("%evil", "%evil")]
    public void Variables_InPaths_AreReplacedWhereKnown(string path, string expanded) =>
        Assert.Equal(expanded, PathVariables.Expand(path, new Dictionary<string, string> { ["A"] = "1", ["b"] = "2" }));
}
