using SessionState.Contracts;

namespace SessionState.Service.Tests.Endpoints;

public sealed class NodesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetNodes_NoFilter_IsTheWholeConfiguredTreeInPreOrder()
    {
        await using var service = await ServiceApplication.StartAsync();

        var page = await ListAsync(service, new());

        Assert.Equal(["", "Contoso", "Contoso/shop", "Fabrikam"], page.Items.Select(row => row.Path));
        Assert.Equal((4, null), (page.Total, page.NextCursor));
        Assert.Equal(
            new NodeRow("", "WEB01", NodeKind.Server, 0, 2, null, true, ValueSource.Default, null, false, 0, true, null) { AspNetMode = "InProc" },
            page.Items[0]);
        Assert.Equal(
            new NodeRow(
                "Contoso", "Contoso", NodeKind.Site, 1, 2, "http/*:80:contoso.example", true, ValueSource.Default, null, true, 0, true, null)
            {
                SiteId = 1,
                AspNetMode = "InProc",
            },
            page.Items[1]);
        Assert.Equal(
            new NodeRow("Contoso/shop", "shop", NodeKind.Application, 2, 0, "ShopPool", false, ValueSource.SetHere, "Contoso/shop", true, 0, true, null) { AspNetMode = "InProc" },
            page.Items[2]);
    }

    [Fact]
    public async Task GetNodes_AllFolders_ListsPlainFoldersToo()
    {
        await using var service = await ServiceApplication.StartAsync();

        var page = await ListAsync(service, new() { AllFolders = true });

        Assert.Contains(page.Items, row => row is { Path: "Contoso/images", Kind: NodeKind.Folder, Configured: false });
    }

    [Fact]
    public async Task GetNodes_EachFilter_KeepsWhatMatches()
    {
        await using var service = await ServiceApplication.StartAsync();

        Assert.Equal(["Contoso/shop"], await PathsAsync(service, new() { Search = "SHOP" }));
        Assert.Equal(["Contoso", "Contoso/shop"], await PathsAsync(service, new() { Under = "contoso" }));
        Assert.Equal(["Contoso/shop"], await PathsAsync(service, new() { Asp = false }));
        Assert.Equal(["", "Contoso", "Fabrikam"], await PathsAsync(service, new() { Asp = true }));
        Assert.Equal(["Contoso/shop", "Fabrikam"], await PathsAsync(service, new() { Source = ValueSource.SetHere }));
        Assert.Equal(["Contoso", "Contoso/shop"], await PathsAsync(service, new() { Locked = true }));
        Assert.Equal(["Fabrikam"], await PathsAsync(service, new() { Locked = false, Search = "f" }));
        Assert.Empty(await PathsAsync(service, new() { Search = "%" }));
    }

    [Fact]
    public async Task GetNodes_SmallPages_GiveEveryRowOnce()
    {
        await using var service = await ServiceApplication.StartAsync();
        var all = new List<string>();

        for (string? cursor = null; ;)
        {
            var page = await ListAsync(service, new() { Limit = 1, Cursor = cursor });
            all.Add(Assert.Single(page.Items).Path);
            Assert.Equal(4, page.Total);
            cursor = page.NextCursor;
            if (cursor is null)
            {
                break;
            }
        }

        Assert.Equal(["", "Contoso", "Contoso/shop", "Fabrikam"], all);
    }

    [Fact]
    public async Task GetNodes_CursorOfAnotherRevision_IsStale()
    {
        await using var service = await ServiceApplication.StartAsync();
        var page = await ListAsync(service, new() { Limit = 1 });
        await service.ChangeAsync(ClientExtensions.Request());

        foreach (var cursor in new[] { page.NextCursor, "nonsense", "a.-1", "" })
        {
            Assert.Equal(ProblemCodes.Stale, (await service.Client.GetNodesAsync(new() { Cursor = cursor }, Cancel)).Refusal().Code);
        }
    }

    [Fact]
    public async Task GetNodes_UnderAnUnknownSite_IsNotFound()
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = (await service.Client.GetNodesAsync(new() { Under = "Nowhere" }, Cancel)).Refusal();

        Assert.Equal(ProblemCodes.NotFound, problem.Code);
        Assert.Contains("'Nowhere'", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetNode_Application_TellsEverything()
    {
        await using var service = await ServiceApplication.StartAsync();

        var node = (await service.Client.GetNodeAsync("CONTOSO/shop/", Cancel)).Demand();

        Assert.Equal(
            ("Contoso/shop", "shop", NodeKind.Application, @"C:\inetpub\shop", "Contoso/shop", "ShopPool"),
            (node.Path, node.Name, node.Kind, node.PhysicalPath, node.Application, node.ApplicationPool));
        Assert.Equal((service.WebConfig("shop"), false), (node.WebConfig, node.WebConfigExists));
        Assert.Equal(
            ["allowSessionState", "timeout", "max", "keepSessionIdSecure", "mode"],
            node.Settings.Select(setting => setting.Setting.Split('@')[1]).Take(5));
        var asp = node.Settings[0];
        Assert.Equal(("false", "true", ValueSource.SetHere, SettingType.Boolean), (asp.Value, asp.Default, asp.Source, asp.Type));
        Assert.Equal(new("Contoso/shop", service.ApplicationHost, 34, "Contoso/shop"), asp.Origin);
        Assert.Equal(LadderRole.Winner, Assert.Single(asp.Ladder, step => step.Raw == "false").Role);
        Assert.True(asp.Lock.Locked);
        Assert.Equal((service.ApplicationHost, 8), (asp.Lock.File, asp.Lock.Line));
        Assert.True(asp.CommitPaths[0].Allowed);
        Assert.Contains(asp.CommitPaths, target => !target.Allowed && target.Reason is not null);
        Assert.Empty(node.Diagnostics);
    }

    [Fact]
    public async Task GetNode_FileThatNoTagNames_HasTheValueItWouldHave()
    {
        await using var service = await ServiceApplication.StartAsync();

        var node = (await service.Client.GetNodeAsync("Contoso/shop/cart.asp", Cancel)).Demand();

        Assert.Equal((NodeKind.File, "false"), (node.Kind, node.Settings[0].Value));
    }

    [Fact]
    public async Task GetNode_FolderOfTwoNodes_NamesTheOther()
    {
        await using var service = await ServiceApplication.StartAsync(folder => File.WriteAllText(
            folder["config/applicationHost.config"],
            SampleServer.ApplicationHost.Replace(@"C:\inetpub\shop", @"C:\inetpub\fabrikam", StringComparison.Ordinal)));

        Assert.Equal(["Contoso/shop"], (await service.Client.GetNodeAsync("Fabrikam", Cancel)).Demand().AlsoServes);
    }

    [Fact]
    public async Task GetServer_Healthy_TellsNameRevisionAndCounts()
    {
        await using var service = await ServiceApplication.StartAsync();

        var server = (await service.Client.GetServerAsync(Cancel)).Demand();

        Assert.Equal(
            ("WEB01", "files", service.ApplicationHost, 2, 1L, null),
            (server.Name, server.Kind, server.ApplicationHostConfig, server.SiteCount, server.AuditHead, server.ReadOnlyReason));
        Assert.Equal((await ListAsync(service, new() { AllFolders = true })).Total, server.NodeCount);
        Assert.Matches("^[0-9a-f]{32}$", server.Revision);
        Assert.Empty(server.Diagnostics);
    }

    [Fact]
    public async Task GetServer_MalformedFiles_NamesThemAll()
    {
        await using var service = await ServiceApplication.StartAsync(folder =>
        {
            File.WriteAllText(folder["inetpub/fabrikam/web.config"], "<configuration>");
            File.WriteAllText(folder["inetpub/shop/web.config"], "");
        });

        var server = (await service.Client.GetServerAsync(Cancel)).Demand();

        Assert.Equal(
            [service.WebConfig("fabrikam"), service.WebConfig("shop")],
            server.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticLevel.Error).Select(diagnostic => diagnostic.File!).Order());
    }

    [Fact]
    public async Task GetServer_MissingFolderAndLockedSection_NamesBoth()
    {
        await using var service = await ServiceApplication.StartAsync(folder =>
        {
            Directory.Delete(folder["inetpub/shop"]);
            File.WriteAllText(folder["inetpub/contoso/web.config"], SampleServer.FabrikamWebConfig);
        });

        var server = (await service.Client.GetServerAsync(Cancel)).Demand();

        Assert.Contains(server.Diagnostics, diagnostic => diagnostic.Message.Contains("shop", StringComparison.Ordinal));
        Assert.Contains(server.Diagnostics, diagnostic => diagnostic.Code == "section-locked" && diagnostic.File == service.WebConfig("contoso"));
        Assert.Equal(1, (await service.RowAsync("Contoso")).Errors);
    }

    [Fact]
    public async Task GetServer_MalformedApplicationHost_IsShownAndEverythingElseAnswers()
    {
        await using var service = await ServiceApplication.StartAsync(folder =>
            File.WriteAllText(folder["config/applicationHost.config"], "<configuration>\n  <oops"));

        var server = (await service.Client.GetServerAsync(Cancel)).Demand();

        Assert.Equal(0, server.SiteCount);
        Assert.Contains(server.Diagnostics, diagnostic => diagnostic.Code == "malformed" && diagnostic.File == service.ApplicationHost);
        Assert.Equal(1, (await service.RowAsync("")).Errors);
        var refusal = (await service.Client.PreviewAsync(ServiceApplication.Ada, ClientExtensions.Request(""), Cancel)).Refusal();
        Assert.Equal(ProblemCodes.Unreadable, refusal.Code);
    }

    private static async Task<NodePage> ListAsync(ServiceApplication service, NodeQuery query) =>
        (await service.Client.GetNodesAsync(query, Cancel)).Demand();

    private static async Task<IEnumerable<string>> PathsAsync(ServiceApplication service, NodeQuery query) =>
        (await ListAsync(service, query)).Items.Select(row => row.Path);
}
