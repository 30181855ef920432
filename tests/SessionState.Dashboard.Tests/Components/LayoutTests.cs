using Bunit;
using Microsoft.AspNetCore.Components;
using SessionState.Dashboard.Components.Layout;

namespace SessionState.Dashboard.Tests.Components;

public sealed class LayoutTests : DashboardContext
{
    [Fact]
    public async Task Frame_NamesTheProductTheServerAndThePerson()
    {
        var page = await FrameAsync(body => body.AddMarkupContent(0, "<h1>Hello</h1>"));

        Assert.Equal("Session State Dashboard for IIS, start page", page.Find(".brand").GetAttribute("aria-label"));
        Assert.Equal("WEB01 Live", page.Find(".server-badge").Words());
        Assert.Contains("Ann Example", page.Find(".account-button").Words(), StringComparison.Ordinal);
        Assert.Equal(["Overview", "Explore", "Audit", "Approvals", "Compare", "Servers", "Access", "Help"], page.FindAll("nav[aria-label=Main] a").Select(link => link.Words()));
        Assert.Equal("Explore", page.Find("[aria-current=page]").Words());
        Assert.Equal("Skip to content", page.FindAll(".frame a")[0].Words());
        Assert.Equal("signout", page.Find("form[method=post]").GetAttribute("action"));
    }

    [Fact] // C10
    public async Task Fault_InAPage_KeepsTheFrameAndCanBeTriedAgain()
    {
        var broken = true;
        var page = await FrameAsync(body =>
        {
            if (broken)
            {
                throw new InvalidOperationException("a fault");
            }

            body.AddMarkupContent(0, "<h1>Well again</h1>");
        });

        Assert.Contains("This page ran into a fault of ours", page.Find("main").Words(), StringComparison.Ordinal);
        Assert.NotNull(page.Find("nav[aria-label=Main]"));
        broken = false;
        await page.Button("Show the page again").ClickAsync(new());
        Assert.Equal("Well again", page.Find("main h1").Words());
    }

    [Fact]
    public async Task Shortcuts_AreListedOnDemand()
    {
        var page = await FrameAsync(_ => { });

        await page.Find("[data-shortcut='?']").ClickAsync(new());

        Assert.Contains("Jump to a name", page.Find("dialog.shortcut-sheet").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_Lost_IsSaidInTheFrame()
    {
        var page = await FrameAsync(_ => { });

        Service.IsDeaf = true;
        Service.Disconnect();

        await page.WaitForAssertionAsync(() => Assert.Equal("WEB01 Reconnecting", page.Find(".server-badge").Words()));
    }

    [Fact]
    public async Task Server_ReadOnly_IsSaidOnEveryPage()
    {
        Service.Server.ReadOnlyReason = "The audit log is full.";

        var page = await FrameAsync(_ => { });

        Assert.Equal("Nothing can be changed now. The audit log is full.", page.Find(".banner").Words());
    }

    [Fact]
    public async Task Theme_Chosen_IsToldToTheBrowser()
    {
        var page = await FrameAsync(_ => { });

        await page.FindAll("#account .segment input")[^1].ChangeAsync(new() { Value = "on" });

        Assert.Equal("dark", JSInterop.Invocations["preferences.setTheme"].Single().Arguments.Single());
    }

    private async Task<IRenderedComponent<MainLayout>> FrameAsync(RenderFragment body)
    {
        await StartFeedAsync();
        RenderTree.Add<Microsoft.AspNetCore.Components.Authorization.CascadingAuthenticationState>();
        return Render<MainLayout>(parameters => parameters.Add(layout => layout.Body, body));
    }
}
