using Bunit;
using SessionState.Dashboard.Components.Node;
using SessionState.Dashboard.Components.Pages;
using SessionState.Dashboard.Model.Help;

namespace SessionState.Dashboard.Tests.Components;

public sealed class HelpTests : DashboardContext
{
    [Fact]
    public void Contents_EachEntry_LeadsToASectionThatIsThere()
    {
        var page = Render<Help>();

        var links = page.FindAll("nav[aria-label='On this page'] a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(6, links.Count);
        Assert.All(links, link => Assert.NotNull(page.Find($"h2[id='{link.Split('#')[1]}']")));
    }

    [Fact]
    public void Procedure_OfTheOldPage_IsThereWithItsFourWays()
    {
        var ways = Render<Help>().FindAll("table th[scope=rowgroup]").Select(way => way.Words());

        Assert.Equal(["With the user interface", "With appcmd", "In the configuration files", "With WMI"], ways);
    }

    [Fact]
    public async Task Node_LeadsToTheHelpForItsSetting()
    {
        await StartFeedAsync();
        var link = Render<NodePane>(parameters => parameters.Add(part => part.Path, "Contoso")).Find(".value-card .help-link");
        var help = Render<Help>();

        Assert.Equal("help#system-webServer-asp-session-allowSessionState", link.GetAttribute("href"));
        Assert.NotNull(help.Find("[id='system-webServer-asp-session-allowSessionState']"));
    }

    [Fact]
    public void Settings_Explained_HavePlacesOfTheirOwn()
    {
        var ids = SettingHelps.Asp.Concat(SettingHelps.AspNet).Select(help => help.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Null(SettingHelps.Find("system.web/sessionState@partitionResolverType"));
    }
}
