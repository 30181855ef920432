using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Pages;

namespace SessionState.Dashboard.Tests.Components;

public sealed class ServersTests : DashboardContext
{
    [Fact]
    public async Task Server_ThatIsWell_SaysSoWithItsRevision()
    {
        await StartFeedAsync();
        var page = Render<Servers>();

        Assert.Contains("Live, and changes are possible", page.Find("#server-title").ParentElement!.Words(), StringComparison.Ordinal);
        Assert.Contains("Revision r0", page.Find("#server-title").ParentElement!.Words(), StringComparison.Ordinal);
        Assert.Contains("All is as it should be.", page.Find("#checks-title").Closest("section")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_ThatIsReadOnly_SaysWhy()
    {
        Service.Server.ReadOnlyReason = "The audit cannot be written: the disk is full.";
        await StartFeedAsync();

        Assert.Contains("The audit cannot be written: the disk is full.", Render<Servers>().Find("#server-title").ParentElement!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ThatFailed_SaysWhereAndWhatToDo()
    {
        Service.Health = Service.Health.Value! with
        {
            Checks = [new("Write applicationHost.config", CheckState.Bad, "It cannot be replaced.", ["/srv/config"], "As root: setfacl -m u:svc:rwx /srv/config")],
        };
        await StartFeedAsync();
        var page = Render<Servers>();

        Assert.Contains(
            "Write applicationHost.config: No It cannot be replaced. /srv/config As root: setfacl -m u:svc:rwx /srv/config",
            page.Find(".finding").Words(),
            StringComparison.Ordinal);
        Assert.Equal("As root: setfacl -m u:svc:rwx /srv/config", page.Find(".finding [data-copy]").GetAttribute("data-copy"));
    }

    [Fact]
    public async Task CheckAgain_Pressed_LooksAgain()
    {
        await StartFeedAsync();
        var page = Render<Servers>();
        Service.Health = Service.Health.Value! with { Checks = [new("Record changes", CheckState.Bad, "The disk is full.", [], "Make room.")] };

        await page.Button("Check again").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("One thing needs attention.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_ForSomebodyWhoDoesNotAdministerIt_ShowsNoFiles()
    {
        Service.Health = new Problem(ProblemCodes.Forbidden, "Not allowed", "You have no grant.", 403);
        await StartFeedAsync();
        var page = Render<Servers>();

        Assert.Empty(page.FindAll("#files-title, #checks-title"));
        Assert.Contains("shown to those who administer the service", page.Find(".notice").Words(), StringComparison.Ordinal);
    }
}
