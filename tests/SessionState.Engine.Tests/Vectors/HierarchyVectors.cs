using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using static SessionState.Engine.Tests.Vectors.ShopServer;

namespace SessionState.Engine.Tests.Vectors;

/// <summary>Vectors 9 to 12, 18 to 28, 74 to 79, 91, 93 and 94: files, sites and how paths lead to folders.</summary>
public sealed class HierarchyVectors
{
    private const string ShopWeb = "/srv/shop";

    [Fact]
    public void Vector09_SectionOutsideAndInsideAnOwnLevelTag_IsADuplicate()
    {
        var server = new ShopServer { Host = Group(Asp("false")) + "\n" + Location("", Asp("true")) };

        var error = server.ErrorAt("Shop");

        Assert.Equal((DiagnosticCodes.DuplicateSection, HostFile), (error.Code, error.File));
        Assert.Equal(server.HostLine("<location"), error.Line);
        Assert.Contains($"already defined for this path in line {server.HostLine("<asp>")}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vector10_SectionInTwoTagsOfOnePath_IsADuplicate()
    {
        var server = new ShopServer { Host = Location("Shop", Asp("false")) + "\n" + Location("sHop", Asp("true")) };

        Assert.Equal(DiagnosticCodes.DuplicateSection, server.ErrorAt("Shop").Code);
        Assert.Equal("true", server.ValueAt("Other"));
    }

    [Fact]
    public void Vector11_DifferentSectionsInTwoTagsOfOnePath_AreFine()
    {
        var server = new ShopServer { Host = Location("Shop", Asp("false")) + Location("Shop", "<httpErrors errorMode=\"Custom\" />") };

        Assert.Equal("false", server.ValueAt("Shop"));
        Assert.Empty(server.DiagnosticsAt("Shop"));
    }

    [Fact]
    public void Vector12_TagForAnUnknownSite_IsIdleAndThePathIsUnknown()
    {
        var server = new ShopServer { Host = Location("NotExist", Asp("false")) }.Load();

        Assert.Null(server.Find("NotExist"));
        var warning = Assert.Single(server.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, DiagnosticCodes.UnknownPath), (warning.Severity, warning.Code));
        Assert.Contains("'NotExist'", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vector18_ContentOfAComment_DoesNotCount()
    {
        var server = new ShopServer { Host = $"<!-- {Location("Shop", "<asp/>", "overrideMode=\"Allow\"")} -->" };

        Assert.True(server.IsLockedAt("Shop"));
    }

    [Fact]
    public void Vector19_RootApplicationListedLast_IsFound()
    {
        var server = new ShopServer
        {
            SitesContent = """
                <site name="Shop" id="1">
                  <application path="/store"><virtualDirectory path="/" physicalPath="C:\shop\store" /></application>
                  <application path="/"><virtualDirectory path="/" physicalPath="C:\shop" /></application>
                </site>
                """,
        }.Load();

        Assert.Equal((@"C:\shop", NodeKind.Site), (server.Find("Shop")!.PhysicalPath, server.Find("Shop")!.Kind));
        Assert.Equal((@"C:\shop\store", NodeKind.Application), (server.Find("Shop/store")!.PhysicalPath, server.Find("Shop/store")!.Kind));
        Assert.Equal(@"C:\shop\docs", server.Find("Shop/docs")!.PhysicalPath);
    }

    [Fact]
    public void Vector20_SiteWithoutRootApplication_SaysSo()
    {
        var server = new ShopServer { SitesContent = """<site name="Shop" id="1"><application path="/a" /></site>""" };

        var error = server.DiagnosticsAt("Shop")[0];

        Assert.StartsWith("Unrecognized configuration path 'MACHINE/WEBROOT/APPHOST/Shop'", error.Message, StringComparison.Ordinal);
        Assert.Equal((DiagnosticSeverity.Error, HostFile, server.HostLine("<site ")), (error.Severity, error.File, error.Line));
        Assert.False(server.Load().Find("Shop")!.IsMapped);
        Assert.Contains(error, server.Load().Diagnostics);
    }

    [Fact]
    public void Vector21_ApplicationWithoutRootVirtualDirectory_SaysSo()
    {
        var server = new ShopServer
        {
            SitesContent = """<site name="Shop" id="1"><application path="/"><virtualDirectory path="/pics" physicalPath="D:\pics" /></application></site>""",
        };

        Assert.Contains("no root virtual directory", server.DiagnosticsAt("Shop")[0].Message, StringComparison.Ordinal);
        Assert.False(server.Load().Find("Shop")!.IsMapped);
        Assert.True(server.Load().Find("Shop/pics/x")!.IsMapped);
    }

    [Theory]
    [InlineData(@"C:\missing")]
    [InlineData("C:\\il|legal")]
    public void Vectors22And23_FolderThatCannotBeRead_LeavesTheLevelUnknown(string path)
    {
        var server = new ShopServer
        {
            SitesContent = $"""<site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="{path}" /></application></site>""",
        };

        var error = server.ErrorAt("Shop/any");

        Assert.Equal(("Cannot read configuration file", path + @"\web.config"), (error.Message, error.File));
    }

    [Fact]
    public void Vector24_FolderWithoutWebConfig_IsAnEmptyLevel()
    {
        var server = new ShopServer { Host = Location("Shop", Asp("false")) };

        var node = server.Load().Find("Shop")!;

        Assert.Equal("false", server.ValueAt("Shop"));
        Assert.Null(node.WebConfig);
        Assert.Equal("/srv/shop/web.config", node.WebConfigPath);
        Assert.Empty(server.DiagnosticsAt("Shop"));
    }

    [Fact]
    public void Vector25_EmptyFile_IsNotWellFormedInLineOne()
    {
        var server = new ShopServer { WebConfigs = { [ShopWeb] = "" } };

        var error = server.ErrorAt("Shop/store");

        Assert.StartsWith("Configuration file is not well-formed XML", error.Message, StringComparison.Ordinal);
        Assert.Equal(("/srv/shop/web.config", 1), (error.File, error.Line));
        Assert.Equal("true", server.ValueAt("Other"));
        Assert.Equal("true", server.ValueAt(""));
    }

    [Theory]
    [InlineData("<system.webServer/>")]
    [InlineData("<system.webServer><security/></system.webServer>")]
    public void Vector26_EmptyGroup_IsFine(string content) =>
        Assert.Equal("true", new ShopServer { WebConfigs = { [ShopWeb] = Web(content) } }.ValueAt("Shop"));

    [Fact]
    public void Vector27_TruncatedApplicationHost_GivesTheServerNodeAndTheLine()
    {
        var text = new ShopServer().HostText;
        var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, HostFile, text[..text.IndexOf("</sites>", StringComparison.Ordinal)]);

        var server = ServerConfiguration.Build(
            file, ServerLayout.Read(file, new Dictionary<string, string>()), (_, _) => ContentRoot.Unknown);

        Assert.Equal(server.Root, Assert.Single(server.Nodes()));
        var error = Assert.Single(server.Diagnostics);
        Assert.Equal((DiagnosticCodes.Malformed, HostFile), (error.Code, error.File));
        Assert.Equal(LineOf(text, "</sites>"), error.Line);
        Assert.True(EffectiveValueReader.Read(server.Root, Settings.AllowSessionState).IsError);
        Assert.Equal([error], NodeDiagnostics.Read(server.Root));
    }

    [Fact]
    public void Vector28_VariablesInPhysicalPath_AreExpandedForReadingOnly()
    {
        var server = new ShopServer
        {
            SitesContent = """<site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="%SystemDrive%\shop" /></application></site>""",
        }.Load();

        var directory = server.Layout.Sites[0].Applications[0].VirtualDirectories[0];

        Assert.Equal((@"%SystemDrive%\shop", @"C:\shop"), (directory.PhysicalPath, directory.ExpandedPath));
        Assert.Equal("/srv/shop", server.Find("Shop")!.LocalFolder);
        Assert.Equal(@"%SystemDrive%\shop\docs", server.Find("Shop/docs")!.PhysicalPath);
    }

    [Fact]
    public void Vector74_UnregisteredSectionInAWebConfig_BreaksItsNode()
    {
        var server = new ShopServer { WebConfigs = { [ShopWeb] = Web(Group("\n<rewrite><rules/></rewrite>")) } };

        var error = server.ErrorAt("Shop/docs");

        Assert.Equal((DiagnosticCodes.UnregisteredSection, "/srv/shop/web.config", 3), (error.Code, error.File, error.Line));
        Assert.Contains("'system.webServer/rewrite'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vector75_SectionThatTheFileItselfRegisters_IsFine()
    {
        var server = new ShopServer
        {
            WebConfigs = { [ShopWeb] = Web("<configSections><section name=\"log4net\" type=\"x\" /></configSections><log4net><a/></log4net>") },
        };

        Assert.Equal("true", server.ValueAt("Shop"));
    }

    [Theory]
    [InlineData("<appSettings/>\n<configSections/>", "The <configSections> element must come first")]
    [InlineData("<configSections/>\n<configSections/>", "Only one <configSections> element allowed")]
    public void Vector76_ConfigSectionsOutOfPlace_BreaksTheNode(string content, string message)
    {
        var error = new ShopServer { WebConfigs = { [ShopWeb] = Web(content) } }.ErrorAt("Shop");

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(("/srv/shop/web.config", 3), (error.File, error.Line));
    }

    [Fact]
    public void Vector77_SectionRegisteredAgainBelow_IsADuplicate()
    {
        const string again = """<configSections><sectionGroup name="system.webServer"><section name="asp" /></sectionGroup></configSections>""";

        var error = new ShopServer { WebConfigs = { [ShopWeb] = Web(again) } }.ErrorAt("Shop");

        Assert.Equal("There is a duplicate 'system.webServer/asp' section defined.", error.Message);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public void Vector78_ContentOfAnUnregisteredSection_IsAnError()
    {
        var server = new ShopServer
        {
            Sections = """<sectionGroup name="system.webServer"><section name="httpErrors" /></sectionGroup>""",
            Host = Location("Shop", Asp("false")),
        };

        Assert.Equal(DiagnosticCodes.UnregisteredSection, server.ErrorAt("Shop").Code);
        Assert.Equal("true", server.ValueAt("Other"));
    }

    [Fact]
    public void Vector79_AnotherFileInThePlaceOfApplicationHost_MissesTheSectionDeclaration()
    {
        var server = new ShopServer { Sections = "", SitesContent = "", Host = "<moduleProviders><add name=\"x\" /></moduleProviders>" }.Load();

        var warning = Assert.Single(server.Diagnostics);

        Assert.Equal(
            "The configuration section 'system.webServer/asp' cannot be read because it is missing a section declaration.", warning.Message);
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
    }

    [Fact]
    public void Vector91_MalformedEncryptionMarker_IsALiteral()
    {
        var server = new ShopServer
        {
            SitesContent = """<site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="C:\shop" password="[enc:Foo" /></application></site>""",
        };

        Assert.Empty(server.DiagnosticsAt("Shop"));
    }

    [Fact]
    public void Vector93_FolderOfTwoSites_ServesBothNodes()
    {
        var server = new ShopServer
        {
            SitesContent = Sites.Replace(@"C:\other", @"C:\shop\store", StringComparison.Ordinal),
        }.Load();

        Assert.Equal(["Shop/store", "Other"], Paths(server.NodesServedBy("/srv/shop/store/web.config")));
        Assert.Equal(["Shop/store/inner", "Other/inner"], Paths(server.NodesServedBy("/srv/shop/store/inner/web.config")));
        Assert.Empty(server.NodesServedBy("/srv/elsewhere/web.config"));

        static IEnumerable<string> Paths(IReadOnlyList<ConfigurationNode> nodes) => nodes.Select(node => node.Path).OrderDescending();
    }

    [Fact]
    public void Vector94_WebConfigBelowAllowSubDirConfigFalse_IsIgnored()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            SitesContent = Sites.Replace(@"D:\pics""", @"D:\pics"" allowSubDirConfig=""false""", StringComparison.Ordinal),
            WebConfigs = { ["/srv/pics"] = Web(Group(Asp("false"))), ["/srv/pics/x"] = Web(Group(Asp("true"))) },
        };

        Assert.Equal("false", server.ValueAt("Shop/pics/x"));
        Assert.Equal("/srv/pics/web.config", server.At("Shop/pics/x").Origin?.File);
        var step = LadderReader.Read(server.Load().Find("Shop/pics/x")!, Settings.AllowSessionState)[^1];
        Assert.Equal((LadderRole.Ignored, "true", "/srv/pics/x/web.config"), (step.Role, step.Raw, step.File));
        Assert.Contains("allowSubDirConfig", step.Note, StringComparison.Ordinal);
    }
}
