using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>
/// Takes the pictures of the documentation from the running product:
/// <c>dotnet test --project tests/EndToEnd.Tests --explicit only --filter-class '*Screenshots'</c>.
/// </summary>
public sealed class Screenshots(Chromium chromium) : IAsyncLifetime
{
    private DashboardProgram _dashboard = null!;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact(Explicit = true)]
    public async Task Documentation_Pictures_AreTakenAnew()
    {
        await using (var light = await Person.SignInAsync(chromium, _dashboard, "explore?node=Contoso%2Fshop", width: 1440))
        {
            var explore = new ExploreScreen(light.Page);
            await Expect(explore.Value).ToBeVisibleAsync();
            await ShootAsync(light.Page, "explore-light");
            await explore.ReviewAsync("On", "Customers lose their baskets");
            await ShootAsync(light.Page, "review");
            await explore.Apply.ClickAsync();
            await Expect(explore.Done).ToBeVisibleAsync();

            var audit = new AuditScreen(light.Page);
            await light.GoAsync("/audit");
            await audit.Rows.First.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open record") }).ClickAsync();
            await Expect(audit.Record).ToContainTextAsync("This record is unchanged");
            await ShootAsync(light.Page, "audit");
        }

        await using (var overview = await Person.SignInAsync(chromium, _dashboard, "overview", width: 1440))
        {
            await Expect(overview.Page.GetByRole(AriaRole.Heading, new() { Name = "Latest changes" })).ToBeVisibleAsync();
            await Expect(overview.Page.GetByText("All changes in the audit")).ToBeVisibleAsync();
            await ShootAsync(overview.Page, "overview");
        }

        await using var dark = await Person.SignInAsync(chromium, _dashboard, "explore?node=Wide%20World%20Importers%2Fpartners", width: 1440, dark: true);
        await Expect(new ExploreScreen(dark.Page).Value).ToBeVisibleAsync();
        await ShootAsync(dark.Page, "explore-dark");
        await using var narrow = await Person.SignInAsync(chromium, _dashboard, width: 400, height: 800);
        await Expect(new ExploreScreen(narrow.Page).Row("Site Fabrikam")).ToBeVisibleAsync();
        await ShootAsync(narrow.Page, "explore-narrow");
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        // Nothing is under the pointer.
        await page.Mouse.MoveAsync(0, 0);
        await page.ScreenshotAsync(new() { Path = Path.Combine(BuildOutput.RepositoryRoot, "docs", "images", $"{name}.png") });
    }
}
