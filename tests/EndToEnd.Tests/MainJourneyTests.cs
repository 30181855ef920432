using System.Globalization;
using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The main job: find an application, understand its value, change it, see the evidence; and everybody sees it.</summary>
public sealed class MainJourneyTests(Chromium chromium) : IAsyncLifetime
{
    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Application_SwitchedOff_IsSeenInFileTreeAuditAndTheOtherBrowser()
    {
        await using var ops = await Person.SignInAsync(chromium, _dashboard);
        await using var colleague = await Person.SignInAsync(chromium, _dashboard, "explore");
        var (explore, other) = (new ExploreScreen(ops.Page), new ExploreScreen(colleague.Page));
        await other.OpenAsync("Contoso/hr", "Application hr");
        await Expect(other.Value).ToContainTextAsync("On, because no file sets it.");
        var before = await File.ReadAllTextAsync(_dashboard.ApplicationHostConfig, Cancel);

        await explore.OpenAsync("Contoso/hr", "Application hr");
        await Expect(explore.Ladder.Filter(new() { HasText = "wins" })).ToContainTextAsync("Schema default");
        await explore.ReviewAsync("Off", "The payroll pages need no sessions");
        await Expect(explore.Review).ToContainTextAsync("Contoso/hr");
        await explore.Apply.ClickAsync();
        await Expect(explore.Done).ToBeVisibleAsync();

        Assert.Equal(
            """
            +    <location path="Contoso/hr">
            +        <system.webServer>
            +            <asp>
            +                <session allowSessionState="false" />
            +            </asp>
            +        </system.webServer>
            +    </location>
            """,
            LineDiff.Of(before, await File.ReadAllTextAsync(_dashboard.ApplicationHostConfig, Cancel)));
        await Expect(explore.Value).ToContainTextAsync("Off, because it is set here: in applicationHost.config line");
        await Expect(explore.Row("Application hr")).ToContainTextAsync("Off");
        await Expect(other.Value).ToContainTextAsync("Off, because it is set here: in applicationHost.config line");
        await Expect(other.Row("Application hr")).ToContainTextAsync("Off");

        var audit = new AuditScreen(ops.Page);
        await audit.GoAsync();
        var row = audit.Rows.Filter(new() { HasText = "The payroll pages need no sessions" });
        await Expect(row).ToContainTextAsync("On → Off");
        await row.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open record") }).ClickAsync();
        await Expect(audit.Record).ToContainTextAsync(Environment.UserName);
        await Expect(audit.Record).ToContainTextAsync("allowSessionState=\"false\"");
        await Expect(audit.Record).ToContainTextAsync("This record is unchanged, and fits the records before and after it.");
        ops.AssertNoComplaints();
        colleague.AssertNoComplaints();
    }

    [Fact]
    public async Task ExplicitValue_Flipped_ChangesOneLine()
    {
        await using var ops = await Person.SignInAsync(chromium, _dashboard);
        var explore = new ExploreScreen(ops.Page);
        var before = await File.ReadAllTextAsync(_dashboard.ApplicationHostConfig, Cancel);

        await explore.OpenAsync("Intranet/archive/2004", "Application 2004");
        await explore.ReviewAsync("On", "Archive is in use again");
        await explore.Apply.ClickAsync();
        await Expect(explore.Done).ToBeVisibleAsync();

        Assert.Equal(
            """
            -                <session allowSessionState="false" />
            +                <session allowSessionState="true" />
            """,
            LineDiff.Of(before, await File.ReadAllTextAsync(_dashboard.ApplicationHostConfig, Cancel)));
    }

    [Fact]
    public async Task File_EditedOutside_IsNoticedInEveryBrowserAndInTheAudit()
    {
        await using var ops = await Person.SignInAsync(chromium, _dashboard);
        await using var colleague = await Person.SignInAsync(chromium, _dashboard);
        var (explore, other) = (new ExploreScreen(ops.Page), new ExploreScreen(colleague.Page));
        await explore.OpenAsync("Contoso/shop", "Application shop");
        await other.OpenAsync("Contoso/shop", "Application shop");
        await Expect(other.Value).ToContainTextAsync("Off, because it is set here");

        await EditAsync("<location path=\"Contoso/shop\">", "allowSessionState=\"false\"", "allowSessionState=\"true\"");

        await Expect(explore.Value).ToContainTextAsync("On, because it is set here");
        await Expect(other.Value).ToContainTextAsync("On, because it is set here");
        var audit = new AuditScreen(colleague.Page);
        await audit.GoAsync();
        await Expect(audit.Rows.First).ToContainTextAsync("(unknown)");
        await Expect(audit.Rows.First).ToContainTextAsync("Off → On");
    }

    [Fact]
    public async Task Times_InTheAudit_AreThoseOfTheBrowsersZone()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, "audit");
        var time = new AuditScreen(person.Page).Rows.First.GetByRole(AriaRole.Time);
        var instant = DateTimeOffset.Parse((await time.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture);

        var inBerlin = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Person.TimeZone));

        await Expect(time).ToContainTextAsync(inBerlin.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
    }

    /// <summary>As with an editor: the first occurrence after a place in applicationHost.config.</summary>
    private async Task EditAsync(string place, string from, string to)
    {
        var text = await File.ReadAllTextAsync(_dashboard.ApplicationHostConfig, Cancel);
        var at = text.IndexOf(from, text.IndexOf(place, StringComparison.Ordinal), StringComparison.Ordinal);
        await File.WriteAllTextAsync(_dashboard.ApplicationHostConfig, text[..at] + to + text[(at + from.Length)..], Cancel);
    }
}
