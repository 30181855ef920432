using SessionState.Engine.Features;
using SessionState.Engine.Tests.Vectors;

namespace SessionState.Engine.Tests.Features;

public sealed class RequirementTests
{
    private const string Installed = "Classic ASP is installed";
    private const string Mapped = "Pages (*.asp) go to classic ASP";
    private const string Allowed = "Classic ASP is allowed to run";
    private const string Pool = "The application pool runs ASP.NET";
    private const string Module = "ASP.NET's session module is loaded";

    private const string Global = """<globalModules><add name="IsapiModule" image="%windir%\System32\inetsrv\isapi.dll" /></globalModules>""";

    private const string Handlers = """
        <handlers accessPolicy="Read, Script">
          <add name="ASPClassic" path="*.asp" verb="GET,HEAD,POST" modules="IsapiModule" scriptProcessor="%windir%\system32\inetsrv\asp.dll" resourceType="File" />
          <add name="OPTIONSVerbHandler" path="*" verb="OPTIONS" modules="ProtocolSupportModule" />
          <add name="StaticFile" path="*" verb="*" modules="StaticFileModule" />
        </handlers>
        """;

    private const string Restriction =
        """<security><isapiCgiRestriction><add path="%windir%\system32\inetsrv\asp.dll" allowed="true" /></isapiCgiRestriction></security>""";

    private const string Modules = """
        <modules><add name="IsapiModule" lockItem="true" /><add name="Session" type="System.Web.SessionState.SessionStateModule" /></modules>
        """;

    private const string Sections = """
        <sectionGroup name="system.webServer"><section name="asp" overrideModeDefault="Deny" />
          <section name="handlers" /><section name="modules" /><section name="globalModules" />
          <sectionGroup name="security"><section name="isapiCgiRestriction" /></sectionGroup></sectionGroup>
        """;

    [Fact]
    public void StockServer_MeetsWhatClassicAspNeeds()
    {
        var server = Server(Global, Handlers, Restriction, Modules);

        Assert.Equal((RequirementState.Met, server.HostLine("IsapiModule\" image")), Told(server, "Shop", Installed));
        Assert.Equal((RequirementState.Met, server.HostLine("ASPClassic")), Told(server, "Shop/store", Mapped));
        Assert.Equal((RequirementState.Met, server.HostLine("allowed=")), Told(server, "", Allowed));
    }

    [Fact]
    public void NothingInTheFile_IsUnknown()
    {
        var server = Server();

        Assert.All(All(server, "Shop"), one => Assert.NotEqual(RequirementState.Missing, one.State));
        Assert.Equal((RequirementState.Unknown, null), Told(server, "Shop", Installed));
        Assert.Equal((RequirementState.Unknown, null), Told(server, "Shop", Mapped));
        Assert.Equal((RequirementState.Unknown, null), Told(server, "Shop", Allowed));
        Assert.Equal((RequirementState.Unknown, null), Told(server, "Shop", Pool));
        Assert.Equal((RequirementState.Unknown, null), Told(server, "Shop", Module));
    }

    [Fact]
    public void ServerWithoutAsp_IsToldOnce()
    {
        var server = Server("<globalModules><add name=\"StaticFileModule\" image=\"x\" /></globalModules>", Handlers.Replace("asp.dll", "php.exe"), Modules);

        Assert.Equal((RequirementState.Missing, server.HostLine("<globalModules")), Told(server, "Shop", Installed));
        Assert.DoesNotContain(All(server, "Shop"), one => one.Name is Mapped or Allowed);
    }

    [Fact]
    public void IsapiModuleWithoutAspDll_IsNoClassicAsp()
    {
        var aspNet = Handlers.Replace(@"inetsrv\asp.dll", @"v4.0.30319\aspnet_isapi.dll");

        Assert.Equal(RequirementState.Missing, Told(Server(Global, aspNet, "<security><isapiCgiRestriction /></security>"), "Shop", Installed).State);
        Assert.Equal(RequirementState.Unknown, Told(Server(Global, aspNet), "Shop", Installed).State);
    }

    [Theory]
    [InlineData("<isapiCgiRestriction><add path=\"c:\\x\\asp.dll\" allowed=\"false\" /></isapiCgiRestriction>", RequirementState.Missing)]
    [InlineData("<isapiCgiRestriction><add path=\"c:\\x\\asp.dll\" /></isapiCgiRestriction>", RequirementState.Missing)]
    [InlineData("<isapiCgiRestriction><add path=\"c:\\x\\aspnet_isapi.dll\" allowed=\"true\" /></isapiCgiRestriction>", RequirementState.Missing)]
    [InlineData("<isapiCgiRestriction notListedIsapisAllowed=\"true\" />", RequirementState.Met)]
    [InlineData("<isapiCgiRestriction notListedIsapisAllowed=\"true\"><add path=\"%IIS_BIN%\\asp.dll\" allowed=\"true\" /></isapiCgiRestriction>", RequirementState.Met)]
    [InlineData("<requestFiltering />", RequirementState.Unknown)]
    public void Restriction_DecidesWhatMayRun(string security, RequirementState expected) =>
        Assert.Equal(expected, Told(Server(Global, Handlers, $"<security>{security}</security>"), "Shop", Allowed).State);

    [Theory]
    [InlineData("<handlers><remove name=\"ASPClassic\" /></handlers>", RequirementState.Missing)]
    [InlineData("<handlers>\n<clear /></handlers>", RequirementState.Missing)]
    [InlineData("<handlers><add name=\"php\" path=\"*.asp\" verb=\"*\" scriptProcessor=\"php.exe\" /></handlers>", RequirementState.Missing)]
    [InlineData("<handlers><add name=\"aspNetCore\" path=\"*\" verb=\"*\" modules=\"AspNetCoreModuleV2\" /></handlers>", RequirementState.Unknown)]
    [InlineData("<handlers><add name=\"php\" path=\"*.php\" verb=\"*\" scriptProcessor=\"php.exe\" /></handlers>", RequirementState.Met)]
    [InlineData("<handlers><add name=\"o\" path=\"*.asp\" verb=\"OPTIONS\" modules=\"x\" /></handlers>", RequirementState.Met)]
    [InlineData("<handlers><remove name=\"ASPClassic\" /><add name=\"mine\" path=\"*.asp\" verb=\"*\" scriptProcessor=\"c:\\asp.dll\" /></handlers>", RequirementState.Met)]
    [InlineData("<modules><remove name=\"IsapiModule\" /></modules>", RequirementState.Missing)]
    public void WebConfig_MayTakeTheMappingAway(string content, RequirementState expected)
    {
        var server = Server(Global, Handlers, Restriction, Modules) with
        {
            WebConfigs = new() { ["/srv/shop"] = ShopServer.Web(ShopServer.Group(content)) },
        };

        Assert.Equal(expected, Told(server, "Shop", Mapped).State);
        Assert.Equal(expected, Told(server, "Shop/store", Mapped).State);
        Assert.Equal(RequirementState.Met, Told(server, "Other", Mapped).State);
        if (expected == RequirementState.Missing)
        {
            Assert.Equal("/srv/shop/web.config", All(server, "Shop").Single(one => one.Name == Mapped).File);
        }
    }

    [Fact]
    public void LocationTag_HoldsForItsPathAndBelow()
    {
        const string Content = "<handlers><remove name=\"ASPClassic\" /></handlers>";
        var server = Server(Global, Handlers, Restriction, Modules);
        var tags = server with { Host = server.Host + ShopServer.Location("SHOP/store", Content) };
        var fenced = server with { Host = server.Host + ShopServer.Location("Shop", Content, "inheritInChildApplications=\"false\"") };
        var below = server with { WebConfigs = new() { ["/srv/shop"] = ShopServer.Web(ShopServer.Location("docs", Content)) } };

        Assert.Equal([RequirementState.Met, RequirementState.Missing, RequirementState.Missing], States(tags, "Shop", "Shop/store", "Shop/store/inner"));
        Assert.Equal([RequirementState.Missing, RequirementState.Missing, RequirementState.Met], States(fenced, "Shop", "Shop/docs", "Shop/store"));
        Assert.Equal([RequirementState.Met, RequirementState.Missing, RequirementState.Met], States(below, "Shop", "Shop/docs", "Shop/store"));
    }

    [Fact]
    public void MappingOfAnotherName_ThatALowerFileMayHaveRemoved_IsUnknown()
    {
        var server = Server(Global, Handlers.Replace("ASPClassic", "Old pages"), Restriction, Modules) with
        {
            WebConfigs = new() { ["/srv/shop"] = ShopServer.Web(ShopServer.Group("<handlers><remove name=\"Old pages\" /></handlers>")) },
        };

        Assert.Equal([RequirementState.Unknown, RequirementState.Met], States(server, "Shop", "Other"));
    }

    [Fact]
    public void BrokenWebConfig_MakesTheMappingUnknown()
    {
        var server = Server(Global, Handlers, Restriction, Modules) with { WebConfigs = new() { ["/srv/shop"] = "<configuration>" } };

        Assert.Equal([RequirementState.Unknown, RequirementState.Met], States(server, "Shop", "Other"));
    }

    [Theory]
    [InlineData("<handlers><remove name='asp' />", 300, "</handlers>", RequirementState.Unknown)]
    [InlineData("<handlers><clear/>", 300, "</handlers>", RequirementState.Missing)]
    [InlineData("<handlers><add name='aspx' path='*.aspx' verb='*' type='X' />", 300, "</handlers>", RequirementState.Met)]
    public void WebConfigOfManyEntries_IsKeptSmall(string start, int times, string end, RequirementState expected)
    {
        var item = start["<handlers>".Length..];
        var server = Server(Global, Handlers, Restriction, Modules) with
        {
            WebConfigs = new() { ["/srv/shop"] = ShopServer.Web(ShopServer.Group("<handlers>" + string.Concat(Enumerable.Repeat(item, times)) + end)) },
        };

        Assert.Equal(expected, Told(server, "Shop", Mapped).State);
        Assert.All(server.Load().Find("Shop")!.WebConfig!.Features ?? [], list => Assert.True(list.Items.Length < 2));
    }

    [Theory]
    [InlineData("<handlers><clear/></handlers>", true)]
    [InlineData("<handlers/><modules/>", false)]
    public void WebConfigOfManySections_IsKeptSmall(string section, bool isKept)
    {
        var server = Server(Global, Handlers, Restriction, Modules) with
        {
            WebConfigs = new() { ["/srv/shop"] = ShopServer.Web(ShopServer.Group(string.Concat(Enumerable.Repeat(section, 2_000)))) },
        };

        var lists = server.Load().Find("Shop")!.WebConfig!.Features ?? [];

        Assert.True(lists.Distinct().Count() <= 257);
        Assert.Equal(isKept, lists.Length > 0);
    }

    [Theory]
    [InlineData("<add name=\"shoppool\" managedRuntimeVersion=\"v4.0\" />", RequirementState.Met, RequirementState.Met)]
    [InlineData("<add name=\"ShopPool\" managedRuntimeVersion=\"\" />", RequirementState.NotUsed, null)]
    [InlineData("<add name=\"ShopPool\" /><applicationPoolDefaults managedRuntimeVersion=\"v2.0\" />", RequirementState.Met, RequirementState.Met)]
    [InlineData("<add name=\"ShopPool\" />", RequirementState.Unknown, RequirementState.Met)]
    [InlineData("<add name=\"ShopPool\" managedRuntimeVersion=\"v4.0\" managedPipelineMode=\"Classic\" />", RequirementState.Met, RequirementState.Unknown)]
    [InlineData("<add name=\"Other\" />", RequirementState.Missing, null)]
    public void Pool_DecidesAboutAspNet(string pools, RequirementState pool, RequirementState? module)
    {
        var server = Server(Modules);
        server = server with { Host = $"<system.applicationHost><applicationPools>{pools}</applicationPools></system.applicationHost>" + server.Host };

        Assert.Equal(pool, Told(server, "Shop/docs", Pool).State);
        Assert.Equal(module, All(server, "Shop").SingleOrDefault(one => one.Name == Module)?.State);
    }

    [Fact]
    public void SessionModule_IsMissingWhereALowerFileRemovesIt_AndUnusedWhereTheServerHasNone()
    {
        var removed = Server(Modules) with
        {
            WebConfigs = new() { ["/srv/shop"] = ShopServer.Web(ShopServer.Group("<modules><remove name=\"session\" /></modules>")) },
        };

        Assert.Equal((RequirementState.Missing, 2), Told(removed, "Shop", Module));
        Assert.Equal(RequirementState.Met, Told(removed, "Other", Module).State);
        Assert.Equal(RequirementState.NotUsed, Told(Server("<modules />"), "Shop", Module).State);
    }

    [Fact]
    public void Level_IsTheRootOfTheApplication()
    {
        const string Level = "The setting counts at this level";

        Assert.Equal(
            [RequirementState.Met, RequirementState.Met, RequirementState.Met, RequirementState.Unknown, RequirementState.Unknown],
            ((string[])["", "Shop", "Shop/store", "Shop/docs", "Shop/pics"]).Select(path => Told(Server(), path, Level).State));
        Assert.Equal("Change it at Shop/store.", All(Server(), "Shop/store/inner").Single(one => one.Name == Level).Remedy);
    }

    [Fact]
    public void Rights_NameTheFileThatAChangeWrites() =>
        Assert.Equal(ShopServer.HostFile, All(Server(), "Shop").Single(one => one.Name == "The service may write the file").File);

    private static ShopServer Server(params string[] content) => new()
    {
        Sections = Sections,
        Host = string.Concat(content.Select(one => $"<system.webServer>\n{one}\n</system.webServer>\n")),
    };

    private static List<Requirement> All(ShopServer server, string path)
    {
        var loaded = server.Load();
        return [.. RequirementReader.Read(loaded, loaded.Find(path)!)];
    }

    private static (RequirementState State, int? Line) Told(ShopServer server, string path, string name) =>
        All(server, path).Where(one => one.Name == name).Select(one => (one.State, one.Line)).Single();

    private static IEnumerable<RequirementState> States(ShopServer server, params string[] paths) =>
        paths.Select(path => Told(server, path, Mapped).State);
}
