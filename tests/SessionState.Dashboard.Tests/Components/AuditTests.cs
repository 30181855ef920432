using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Pages;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Components;

public sealed class AuditTests : DashboardContext
{
    [Fact]
    public async Task Records_NewestFirst_ReadAsSentences()
    {
        Record(3);
        var page = await AuditAsync();

        Assert.Equal("3 records", page.Find(".hit-count").Words());
        Assert.Equal(
            "3 22 Nov 2026, 14:03:05 Ann Example dashboard Set ASP session state Contoso/shop On → Off Applied because INC-1",
            page.FindAll("tbody tr")[0].Words());
        Assert.Equal("2026-11-22 14:03:05 UTC", page.Find("tbody time").GetAttribute("title"));
    }

    [Fact]
    public async Task Times_ZoneNamedAfterTheyAreDrawn_AreDrawnAnew()
    {
        Record(1);
        var page = await AuditAsync();

        Services.GetRequiredService<BrowserClock>().Use("Europe/Berlin");

        await page.WaitForAssertionAsync(() => Assert.Equal("22 Nov 2026, 15:03:05", page.Find("tbody time").Words()));
    }

    [Fact]
    public async Task Filter_ByDay_IsReadAnewInTheZoneOfThePerson()
    {
        Service.Audit.Add(Entry() with { At = new(2026, 11, 22, 23, 30, 0, TimeSpan.Zero) });
        var page = await AuditAsync("audit?from=2026-11-23");
        Assert.Empty(page.FindAll("tbody tr"));

        Services.GetRequiredService<BrowserClock>().Use("Europe/Berlin");

        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll("tbody tr")));
    }

    [Fact]
    public async Task Pages_GoToOlderAndBack()
    {
        Record(60);
        var page = await AuditAsync();

        await page.Button("Older").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal(10, page.FindAll("tbody tr").Count));
        Assert.EndsWith("/audit?older=11", Navigation.Uri, StringComparison.Ordinal);
        Assert.True(page.Button("Older").HasAttribute("disabled"));
        await page.Button("Newer").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal(50, page.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task Typed_Conditions_GoToTheirFieldsAndCanBeLifted()
    {
        Record(2);
        Service.Audit.Add(Entry() with { Who = "Bob Desk", Outcome = AuditOutcome.Refused });
        var page = await AuditAsync();

        await page.Find("input[type=search]").ChangeAsync(new() { Value = "who:bob outcome:refused" });

        Assert.EndsWith("/audit?who=bob&outcome=refused", Navigation.Uri, StringComparison.Ordinal);
        await page.WaitForAssertionAsync(() => Assert.Equal("bob", page.Field("Who").GetAttribute("value")));
        Assert.Equal(["Lift who: bob", "Lift outcome: refused"], page.FindAll("[aria-label=Conditions] button").Select(button => button.Name()));
        await page.Button("Lift who: bob").ClickAsync(new());
        Assert.EndsWith("/audit?outcome=refused", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_WithoutSense_IsSaidBesideTheField()
    {
        var page = await AuditAsync();

        await page.Find("input[type=search]").ChangeAsync(new() { Value = "outcome:maybe" });

        Assert.Contains("one of pending, applied, refused, failed, noticed.", page.Find("#audit-query-problems").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_InTheChart_SayTheirNumbersAndFilter()
    {
        Service.Audit.Add(Entry() with { At = DateTimeOffset.UtcNow });
        var page = await AuditAsync();

        var today = page.FindAll("[aria-label='Records per day'] a")[^1];

        Assert.EndsWith(": 1 record", today.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.StartsWith("audit?from=", today.GetAttribute("href"), StringComparison.Ordinal);
        Assert.All(page.FindAll("[aria-label='Records per day'] a").SkipLast(1), day => Assert.Equal("-1", day.GetAttribute("tabindex")));
    }

    [Fact]
    public async Task Evidence_OfARecord_HasAllOfIt()
    {
        Record(1);
        await StartFeedAsync();

        var page = Render<Evidence>(parameters => parameters.Add(part => part.Sequence, 1));

        await page.WaitForAssertionAsync(() => Assert.Contains("Set ASP session state – Contoso/shop Server WEB01 Written out", page.Find("#evidence-title").ParentElement!.Words(), StringComparison.Ordinal));
        Assert.Contains("This record is unchanged", page.Markup, StringComparison.Ordinal);
        Assert.Contains("for Ann Example", page.Markup, StringComparison.Ordinal);
        Assert.True(page.HasButton("Print or save as PDF"));
    }

    [Fact]
    public async Task Filter_ByPerson_IsInTheAddress()
    {
        Record(2);
        Service.Audit.Add(Entry() with { Who = "Bob Desk" });
        var page = await AuditAsync();

        await page.Field("Who").ChangeAsync(new() { Value = "bob" });

        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.EndsWith("/audit?who=bob", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("1 record match", page.Find(".hit-count").Words());
    }

    [Fact]
    public async Task Filter_WithoutHits_OffersTheWayOut()
    {
        var page = await AuditAsync("audit?text=none");

        Assert.Contains("No record matches these filters.", page.Find(".empty").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_Opened_ShowsEverything()
    {
        Record(2);
        var page = await AuditAsync("audit?record=2");

        var pane = page.Find(".split-details");
        Assert.Equal("2 · Set ASP session state", pane.QuerySelector("h2")?.Words());
        var words = pane.Words();
        Assert.Contains("This record is unchanged, and fits the records before and after it.", words, StringComparison.Ordinal);
        Assert.Contains(new string('c', 64), words, StringComparison.Ordinal);
        Assert.Contains("uid 1000, pid 4711", words, StringComparison.Ordinal);
        Assert.Equal("""{"sequence":2,"who":"Ann Example"}""", pane.QuerySelector("[aria-label='Copy the JSON']")?.GetAttribute("data-copy"));
        Assert.Equal("true", page.FindAll("tbody tr")[0].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Record_OutOfTheChain_IsAnAlert()
    {
        Record(2);
        Service.Audit.Spoil(2);
        var page = await AuditAsync("audit?record=2");

        Assert.StartsWith("This record does not fit the chain", page.Find("[role=alert]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_Unknown_SaysSo() =>
        Assert.Contains("There is no record 99.", (await AuditAsync("audit?record=99")).Find("[role=alert]").Words(), StringComparison.Ordinal);

    [Fact]
    public async Task News_AreAnnouncedAndReadOnDemand()
    {
        Record(1);
        var page = await AuditAsync();
        Record(2);

        Service.Publish(new(Service.Server.Revision, [], [], 3, null, false));

        await page.WaitForAssertionAsync(() => Assert.True(page.HasButton("2 new records")));
        Assert.Single(page.FindAll("tbody tr"));
        await page.Button("2 new records").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal(3, page.FindAll("tbody tr").Count));
        Assert.False(page.HasButton("2 new records"));
    }

    [Fact]
    public async Task Log_Unreadable_SaysWhy()
    {
        await StartFeedAsync();
        Service.ReadProblem = new(ProblemCodes.Unavailable, "Unavailable", "Nothing answers.", 503);
        Navigation.NavigateTo("audit");

        Assert.Contains("Nothing answers.", Render<Audit>().Find("[role=alert]").Words(), StringComparison.Ordinal);
    }

    private static AuditEntry Entry() => new(
        0, new(2026, 11, 22, 14, 3, 5, TimeSpan.Zero), AuditType.Outcome, Guid.Empty, "Ann Example", "dashboard", "Contoso/shop", FakeDetails.AllowSessionState,
        ChangeAction.Set, "true", "false", AuditOutcome.Applied, "because", "INC-1", null);

    private void Record(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Service.Audit.Add(Entry());
        }
    }

    private async Task<IRenderedComponent<Audit>> AuditAsync(string address = "audit")
    {
        await StartFeedAsync();
        Navigation.NavigateTo(address);
        return Render<Audit>();
    }
}
