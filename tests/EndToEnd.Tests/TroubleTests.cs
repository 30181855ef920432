using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>What people see when something is wrong.</summary>
public sealed class TroubleTests(Chromium chromium) : IAsyncLifetime
{
    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Service_Killed_IsSaidAndComesBackByItself()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard);
        var explore = new ExploreScreen(person.Page);
        await Expect(explore.Row("Site Fabrikam")).ToBeVisibleAsync();
        using var service = ChildProcesses.Of(_dashboard.ProcessId);

        service.Kill();

        await Expect(person.Page.GetByText("Reconnecting")).ToBeVisibleAsync();
        await Expect(person.Page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await explore.OpenAsync("Contoso/shop", "Application shop");
    }

    [Fact]
    public async Task WebConfig_BrokenByHand_IsShownWithFileAndLineAndTheRestStaysReadable()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, "explore?node=Contoso%2Fshop");
        var explore = new ExploreScreen(person.Page);
        await Expect(explore.Value).ToContainTextAsync("Off, because it is set here");
        var webConfig = Path.Combine(_dashboard.DemoFolder, "inetpub", "contoso", "shop", "web.config");

        await File.WriteAllTextAsync(webConfig, "<configuration>\n  <system.web>\n</configuration>\n", Cancel);

        await Expect(explore.Details).ToContainTextAsync("web.config line 3");
        await Expect(explore.Value).ToContainTextAsync("Error");
        await explore.OpenAsync("Contoso/hr", "Application hr");
        await Expect(explore.Value).ToContainTextAsync("On, because no file sets it.");
    }

    [Fact]
    public async Task Change_ReviewedWhileAColleagueAppliesAnother_IsReviewedAgain()
    {
        await using var ops = await Person.SignInAsync(chromium, _dashboard, "explore?node=Contoso%2Fshop");
        await using var colleague = await Person.SignInAsync(chromium, _dashboard, "explore?node=Contoso%2Fshop");
        var (explore, other) = (new ExploreScreen(ops.Page), new ExploreScreen(colleague.Page));
        await explore.ReviewAsync("On", "Mine");
        await other.ReviewAsync("Inherit", "Theirs");
        await other.Review.GetByRole(AriaRole.Button).Last.ClickAsync();
        await Expect(other.Done).ToBeVisibleAsync();

        await Expect(explore.Review).ToContainTextAsync("Somebody changed the configuration while you were reading this.");
        await explore.Review.GetByRole(AriaRole.Button, new() { Name = "Review again" }).ClickAsync();
        await explore.Apply.ClickAsync();

        await Expect(explore.Done).ToBeVisibleAsync();
        await Expect(other.Value).ToContainTextAsync("On, because it is set here");
    }
}
