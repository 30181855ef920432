using System.Net;
using SessionState.Contracts;

namespace SessionState.Service.Tests.Endpoints;

public sealed class NodePagesTests
{
    private const string Uses = "<% Session(\"secret-key\") = \"secret value\" %>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetPages_OfAnApplicationWithoutSessions_SaysWhatFails()
    {
        await using var service = await ServiceApplication.StartAsync();
        File.WriteAllText(service.Page("shop/a.asp"), Uses);
        File.WriteAllText(service.Page("shop/b.asp"), "<%@ EnableSessionState=True %>");
        File.WriteAllText(service.Page("shop/c.asp"), "<%@ EnableSessionState=False %>");
        File.WriteAllText(service.Page("shop/d.asp"), "nothing");

        var pages = await PagesAsync(service, "contoso/SHOP");

        Assert.Equal(("Contoso/shop", 4, 1, 0, 1, 3), (pages.Path, pages.FilesRead, pages.AspUses, pages.AspNetUses, pages.Otherwise, pages.Total));
        Assert.Collection(
            pages.Pages,
            page => Assert.Equal(("Contoso/shop/b.asp", true, "Asks for a session and gets none, because sessions are off here."), (page.Path, page.SaysOtherwise, page.Note)),
            page =>
            {
                Assert.Equal(("Contoso/shop/a.asp", "Fails, because sessions are off here."), (page.Path, page.Note));
                Assert.Equal((new PageUse("Session(…)", 1), 1, PageRuntime.Asp), (page.FirstUse, page.UseCount, page.Runtime));
            },
            page => Assert.Equal((new PageDirectiveInfo("False", 1), false, null), (page.Directive, page.SaysOtherwise, page.Note)));
        Assert.DoesNotContain("secret", await service.Http.GetStringAsync(new Uri("/api/v1/node/pages?path=Contoso/shop", UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetPages_OfASiteWithSessions_SaysWhichPagesDecideForThemselves()
    {
        await using var service = await ServiceApplication.StartAsync();
        File.WriteAllText(service.Page("contoso/a.asp"), "<%@ EnableSessionState=False %>\n" + Uses);
        File.WriteAllText(service.Page("contoso/b.asp"), "<%@ EnableSessionState=Nein %>");
        File.WriteAllText(service.Page("contoso/c.aspx"), "<%@ Page EnableSessionState=\"ReadOnly\" %>");
        File.WriteAllText(service.Page("contoso/d.asp"), Uses);
        File.WriteAllText(service.Page("contoso/images/e.asp"), "<%@ EnableSessionState=False %>");

        var pages = await PagesAsync(service, "Contoso");

        Assert.Equal(
            [
                "Switches its session off and uses it all the same, so it fails.",
                "“Nein” is no value, so the page answers with an error.",
                "May read its session and not change it.",
                "Runs without a session, although sessions are on here.",
                null,
            ],
            pages.Pages.Select(page => page.Note));
        Assert.Equal((2, 4), (pages.AspUses, pages.Otherwise));
    }

    [Fact]
    public async Task GetPages_NamesThatNoUrlHas_AreToldAllTheSame()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        await using var service = await ServiceApplication.StartAsync();
        File.WriteAllText(service.Page("shop/a|b?.asp"), Uses);

        Assert.Equal("Fails, because sessions are off here.", Assert.Single((await PagesAsync(service, "Contoso/shop")).Pages).Note);
    }

    [Fact]
    public async Task GetPages_UnknownSite_IsNotFound()
    {
        await using var service = await ServiceApplication.StartAsync();

        Assert.Equal(ProblemCodes.NotFound, (await service.Client.GetPagesAsync("Nowhere", Cancel)).Refusal().Code);
        using var answer = await service.Http.GetAsync(new Uri("/api/v1/node/pages", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task GetPages_ManyAtOnce_AllGetTheirAnswer()
    {
        await using var service = await ServiceApplication.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PagesAsync(service, "Contoso")));

        Assert.All(answers, pages => Assert.Equal(0, pages.Total));
    }

    [Fact]
    public async Task GetNode_TellsWhatTheSettingsNeed()
    {
        await using var service = await ServiceApplication.StartAsync();

        var node = (await service.Client.GetNodeAsync("Contoso/shop", Cancel)).Demand();

        Assert.Contains(node.Requirements, one => one is { Name: "Classic ASP is installed", State: RequirementState.Unknown });
        Assert.Contains(node.Requirements, one => one is { Name: "The setting counts at this level", State: RequirementState.Met });
    }

    private static async Task<NodePages> PagesAsync(ServiceApplication service, string path) =>
        (await service.Client.GetPagesAsync(path, Cancel)).Demand();
}
