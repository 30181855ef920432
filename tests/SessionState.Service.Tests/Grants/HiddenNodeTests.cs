using System.Text;
using System.Text.Json.Nodes;
using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

/// <summary>What is outside somebody's grants is, for them, not there: not listed, counted, found, exported or guessed (ASVS 8.2.3).</summary>
public sealed class HiddenNodeTests : IAsyncLifetime
{
    private ServiceApplication _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IConfigurationService Hedda => _service.As(Policies.Hedda);

    public async ValueTask InitializeAsync()
    {
        _service = await GrantServer.StartAsync(grantAt: null);
        _service.Grant(Policies.Hedda, StandardRoles.HelpDesk, GrantServer.Place);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task List_ShowsTheGrantedNodesAndTheBareWayToThem()
    {
        var page = (await Hedda.GetNodesAsync(new() { AllFolders = true }, Cancel)).Demand();

        Assert.Equal(["", "Contoso", "Contoso/shop", "Contoso/shop/cart"], page.Items.Select(row => row.Path));
        Assert.Equal([true, true, false, false], page.Items.Select(row => row.IsBare));
        Assert.Equal(4, page.Total);
        Assert.Equal([1, 1], page.Items.Take(2).Select(row => row.ChildCount));
        Assert.All(page.Items.Take(2), row => Assert.Equal((null, null, null, 0), (row.AspSession, row.Detail, row.LastChange, row.Errors)));
    }

    [Theory]
    [InlineData("Fabrikam")]
    [InlineData("shop2")]
    [InlineData("images")]
    public async Task Search_ForAHiddenName_FindsNothing(string text) =>
        Assert.Equal(0, (await Hedda.GetNodesAsync(new() { Search = text, AllFolders = true }, Cancel)).Demand().Total);

    [Fact]
    public async Task Filters_OnValues_SayNothingOfBareNodes()
    {
        foreach (var query in new[] { new NodeQuery { Asp = true }, new NodeQuery { Source = ValueSource.Default }, new NodeQuery { Locked = true }, new NodeQuery { Locked = false } })
        {
            var page = (await Hedda.GetNodesAsync(query with { AllFolders = true }, Cancel)).Demand();
            Assert.DoesNotContain(page.Items, row => row.IsBare);
        }
    }

    [Fact]
    public async Task Server_CountsWhatMayBeSeen()
    {
        var server = (await Hedda.GetServerAsync(Cancel)).Demand();

        Assert.Equal((1, 4), (server.SiteCount, server.NodeCount));
        Assert.Empty(server.Diagnostics);
    }

    [Theory]
    [InlineData("Fabrikam", "Nowhere1")]
    [InlineData("Contoso/shop2", "Contoso/shop3")]
    [InlineData("Contoso/images", "Contoso/imagez")]
    public async Task Answer_ForAHiddenNode_IsTheOneForNoNode(string hidden, string missing)
    {
        foreach (var address in new[] { "/api/v1/node?path=", "/api/v1/node/pages?path=", "/api/v1/nodes?under=" })
        {
            Assert.Equal(await ReadAsync(address, missing), await ReadAsync(address, hidden));
        }

        var (refused, unknown) = (await PreviewAsync(hidden), await PreviewAsync(missing));
        Assert.Equal(unknown with { Detail = "" }, refused with { Detail = "" });
        Assert.Equal(unknown.Detail.Replace(missing, "*", StringComparison.Ordinal), refused.Detail.Replace(hidden, "*", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_ForABareNode_SaysThatOnlyTheWayLeadsThroughIt()
    {
        Assert.Equal(403, (await Hedda.GetNodeAsync("Contoso", Cancel)).Refusal().Status);
        Assert.Equal(403, (await Hedda.GetNodeAsync("", Cancel)).Refusal().Status);
        Assert.Equal(403, (await PreviewAsync("Contoso")).Status);
    }

    [Theory]
    [InlineData("Contoso/shop", true)]
    [InlineData("CONTOSO/Shop", true)]
    [InlineData("contoso/shop/", true)]
    [InlineData("Contoso/shop2", false)]
    [InlineData("Contoso/shop%00", false)]
    [InlineData("Contoso/shop\0", false)]
    [InlineData("Contoso/shop/../images", false)]
    [InlineData("Contoso/shop/..%2f..", false)]
    [InlineData("Contoso/shop ", false)]
    [InlineData("Contoso/shop.", false)]
    [InlineData("Contoso//shop", false)]
    [InlineData("/Contoso/shop", false)]
    [InlineData("Contoso\\shop", false)]
    public async Task Path_WrittenInAnotherWay_IsTheGrantedNodeOrNone(string path, bool isGranted)
    {
        // Bad input P12.
        var answer = await Hedda.GetNodeAsync(path, Cancel);

        Assert.Equal(isGranted, answer.Problem is null);
        Assert.True(isGranted ? answer.Demand().Path == "Contoso/shop" : answer.Refusal().Status == 404, path);
    }

    [Fact]
    public async Task Audit_HoldsTheChangesOfGrantedNodesOnly()
    {
        await _service.ChangeAsync(ClientExtensions.Request("Fabrikam"));
        var seen = await _service.ChangeAsync(ClientExtensions.Request("Contoso/shop", "true"));

        var page = (await Hedda.GetAuditAsync(new(), Cancel)).Demand();

        Assert.Equal([seen.AuditSequence], page.Items.Select(entry => entry.Sequence));
        Assert.Equal(1, page.Total);
        Assert.Equal(0, (await Hedda.GetAuditAsync(new() { Text = "Fabrikam" }, Cancel)).Demand().Total);
        var record = (await Hedda.GetAuditRecordAsync(seen.AuditSequence, Cancel)).Demand();
        Assert.Equal("", record.Json);
        Assert.All(record.Diff.SelectMany(file => file.Lines), line => Assert.NotEqual(DiffKind.Context, line.Kind));
    }

    [Fact]
    public async Task AuditRecord_OfAHiddenNode_IsAnsweredLikeNone()
    {
        var hidden = await _service.ChangeAsync(ClientExtensions.Request("Fabrikam"));

        var refused = (await Hedda.GetAuditRecordAsync(hidden.AuditSequence, Cancel)).Refusal();
        var unknown = (await Hedda.GetAuditRecordAsync(9_999, Cancel)).Refusal();

        Assert.Equal((unknown.Status, unknown.Code, unknown.Title), (refused.Status, refused.Code, refused.Title));
        Assert.Equal(404, (await Hedda.GetAuditAsync(new() { Path = "Fabrikam" }, Cancel)).Demand().Total == 0 ? 404 : 200);
    }

    [Fact]
    public async Task Change_OfAHiddenNode_IsAnsweredLikeNone()
    {
        var change = (await _service.PreviewedAsync(ClientExtensions.Request("Fabrikam"))).ToApply();
        (await _service.ApplyAsync(change)).Demand();

        Assert.Equal(404, (await ((ConfigurationServiceClient)Hedda).GetChangeAsync(change.ChangeId, Cancel)).Refusal().Status);
        Assert.Null((await _service.Client.GetChangeAsync(change.ChangeId, Cancel)).Problem);
    }

    [Fact]
    public async Task Export_OfASite_IsATableOfThatSiteOnly()
    {
        _service.Grant(Policies.Hedda, StandardRoles.Auditor, GrantServer.Place);
        await _service.ChangeAsync(ClientExtensions.Request("Fabrikam"));
        await _service.ChangeAsync(ClientExtensions.Request("Contoso/shop", "true"));
        using var table = new MemoryStream();

        (await Hedda.ExportAuditAsync(AuditExportFormat.Csv, new(), table, Cancel)).Demand();

        var text = Encoding.UTF8.GetString(table.ToArray());
        Assert.Contains("Contoso/shop", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fabrikam", text, StringComparison.Ordinal);
        Assert.Equal(403, (await Hedda.ExportAuditAsync(AuditExportFormat.Bundle, new(), Stream.Null, Cancel)).Refusal().Status);
        Assert.Equal(403, (await Hedda.ExportAuditAsync(AuditExportFormat.Jsonl, new(), Stream.Null, Cancel)).Refusal().Status);
    }

    [Fact]
    public async Task Preview_ShowsTheChangedLinesWithoutTheirNeighbours()
    {
        var preview = (await Hedda.PreviewAsync(Policies.Hedda, ClientExtensions.Request("Contoso/shop", "true"), Cancel)).Demand();

        var lines = preview.Files.SelectMany(file => file.Lines).ToList();
        Assert.Contains(lines, line => line.Kind == DiffKind.Added);
        Assert.DoesNotContain(lines, line => line.Text.Contains("Fabrikam", StringComparison.Ordinal) || line.Kind == DiffKind.Context);
    }

    [Fact]
    public async Task Events_TellOfGrantedNodesOnly()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var events = Hedda.GetEventsAsync(end.Token).GetAsyncEnumerator(end.Token);
        Assert.True(await events.MoveNextAsync());

        await _service.ChangeAsync(ClientExtensions.Request("Fabrikam"));
        await _service.ChangeAsync(ClientExtensions.Request("Contoso/shop", "true"));
        Assert.True(await events.MoveNextAsync());

        Assert.Equal(["Contoso"], events.Current.ChangedSites);
        Assert.DoesNotContain(events.Current.ChangedPaths, path => path.StartsWith("Fabrikam", StringComparison.Ordinal));
        await end.CancelAsync();
    }

    [Fact]
    public async Task Events_GrantGiven_IsNewsToEverybody()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var events = Hedda.GetEventsAsync(end.Token).GetAsyncEnumerator(end.Token);
        Assert.True(await events.MoveNextAsync());
        var before = events.Current.Policy;

        _service.Grant(Policies.Hedda, StandardRoles.HelpDesk, "Fabrikam");
        Assert.True(await events.MoveNextAsync());

        Assert.NotEqual(before, events.Current.Policy);
        Assert.Contains("Fabrikam", (await Hedda.GetNodesAsync(new(), Cancel)).Demand().Items.Select(row => row.Path));
        await end.CancelAsync();
    }

    [Fact]
    public async Task Grant_RunsOut_EverythingIsHiddenAtOnce()
    {
        var guest = new ActingUser("local", "guest", "Guest");
        _service.Grant(guest, StandardRoles.Operator, "Fabrikam", until: _service.Clock.GetUtcNow().AddHours(1));
        Assert.Null((await _service.As(guest).GetNodeAsync("Fabrikam", Cancel)).Problem);

        _service.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(403, (await _service.As(guest).GetNodeAsync("Fabrikam", Cancel)).Refusal().Status);
        Assert.Equal(403, (await _service.As(guest).GetNodesAsync(new(), Cancel)).Refusal().Status);
    }

    private async Task<Problem> PreviewAsync(string path) => (await Hedda.PreviewAsync(Policies.Hedda, ClientExtensions.Request(path), Cancel)).Refusal();

    private async Task<string> ReadAsync(string address, string path)
    {
        using var http = _service.CreateHttpClient();
        http.DefaultRequestHeaders.Add(ActingUser.HeaderName, Policies.Hedda.ToHeader());
        using var response = await http.GetAsync(address + Uri.EscapeDataString(path), Cancel);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!.AsObject();
        body.Remove("traceId");
        return $"{response.StatusCode} {body.ToJsonString().Replace(path.Split('/')[0], "SITE", StringComparison.Ordinal).Replace(path[(path.LastIndexOf('/') + 1)..], "NAME", StringComparison.Ordinal)}";
    }
}
