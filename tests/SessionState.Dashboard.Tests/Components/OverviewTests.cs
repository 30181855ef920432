using AngleSharp.Dom;
using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Pages;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Components;

public sealed class OverviewTests : DashboardContext
{
    [Fact]
    public async Task Numbers_StandInWordsAndLeadToTheirRows()
    {
        var page = await OverviewAsync();

        var off = Card(page, "Classic ASP sessions").QuerySelectorAll("a").Single(link => link.Words().StartsWith("Off", StringComparison.Ordinal));
        Assert.Equal("Off 2 18 %", off.Words());
        Assert.Equal("explore?asp=off", off.GetAttribute("href"));
        Assert.All(page.FindAll(".split-bar > svg"), chart => Assert.Equal("true", chart.GetAttribute("aria-hidden")));
    }

    [Fact]
    public async Task Sites_WithOverrides_LeadToThem()
    {
        var page = await OverviewAsync();

        var site = Card(page, "Set here, by site").QuerySelector("a")!;
        Assert.Equal(("Contoso 1", "explore?under=Contoso&source=sethere"), (site.Words(), site.GetAttribute("href")));
    }

    [Fact]
    public async Task Trouble_NamesTheBrokenNodes() => Assert.Contains(
        "Fabrikam/reports", Card(await OverviewAsync(), "Locks and errors").Words(), StringComparison.Ordinal);

    [Fact]
    public async Task Change_ThatEnds_SaysWhenAndWhere()
    {
        Service.Pending.Add(new(
            Guid.NewGuid(), "Turn ASP sessions off for Contoso", "Contoso", 1, "Bob", 7, null, new(2026, 11, 22, 16, 10, 0, TimeSpan.Zero), null));

        var waiting = Card(await OverviewAsync(), "Changes that wait or end");

        Assert.Contains("Turn ASP sessions off for Contoso Made by Bob. It ends at 22 Nov 2026, 16:10:00", waiting.Words(), StringComparison.Ordinal);
        Assert.Equal("explore?node=Contoso", waiting.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task News_OfThisServer_AreToldAsTheyHappen()
    {
        var page = await OverviewAsync();
        Assert.Contains("Nobody edited a file", Card(page, "Edited outside, last 7 days").Words(), StringComparison.Ordinal);

        Service.Audit.Now = DateTimeOffset.UtcNow;
        Service.Audit.Add(Entry(AuditType.External, AuditOutcome.Noticed));
        Service.Audit.Add(Entry(AuditType.Outcome, AuditOutcome.Applied));
        Service.Audit.Add(Entry(AuditType.Denied, AuditOutcome.Refused));
        Service.Publish("Contoso", "(unknown)", external: true);

        await page.WaitForAssertionAsync(() => Assert.Contains("Edited outside: ASP session state", Card(page, "Edited outside, last 7 days").Words(), StringComparison.Ordinal));
        Assert.Contains("Set ASP session state On → Off Contoso · Bob", Card(page, "Latest changes").Words(), StringComparison.Ordinal);
        Assert.Contains("1 attempt was refused in the last 7 days", Card(page, "Latest changes").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WhereNothingCanBeChanged_SaysWhy()
    {
        Service.Server.ReadOnlyReason = "The audit cannot be written: the disk is full.";

        Assert.Contains("The audit cannot be written: the disk is full.", Card(await OverviewAsync(), "Health").Words(), StringComparison.Ordinal);
    }

    private static AuditEntry Entry(AuditType type, AuditOutcome outcome) => new(
        0, DateTimeOffset.UtcNow, type, null, "Bob", "dashboard", "Contoso", FakeDetails.AllowSessionState, ChangeAction.Set, "true", "false", outcome, "because", null, null);

    private static IElement Card(IRenderedComponent<Overview> page, string title) =>
        page.FindAll("section").Single(section => section.QuerySelector("h2")?.TextContent == title);

    private async Task<IRenderedComponent<Overview>> OverviewAsync()
    {
        await StartFeedAsync();
        var page = Render<Overview>();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".skeleton")));
        return page;
    }
}
