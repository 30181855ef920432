using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Deployment;

/// <summary>Installed for two users, the product works, and neither can do what is the other's. ASVS 13.2.2, 13.3.2.</summary>
[SupportedOSPlatform("linux")]
public sealed class TwoUserTests(Chromium chromium)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Product_InstalledForTwoUsers_WorksAndKeepsThemApart()
    {
        InstalledProduct.SkipUnlessPossible();
        using var product = await InstalledProduct.InstallAsync();
        await using var service = product.StartService();
        await service.LineAsync("^ready ", Cancel);
        await using var dashboard = product.StartDashboard();
        var page = await NewPageAsync();
        var account = new AccountScreen(page);

        // The first person, let in by whoever owns the machine.
        await account.SetUpAsync(await SetupLinkAsync(dashboard));
        await GrantEverythingAsync(product, service, await IdentifierAsync(page, dashboard));
        await using var restarted = product.StartService();
        await restarted.LineAsync("^ready ", Cancel);

        await page.GotoAsync(await AddressAsync(dashboard) + "/explore?node=Contoso/shop");
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "wins" })).ToContainTextAsync("location “Contoso/shop”");

        await AssertKeptOutAsync(product);
    }

    // Reading is as forbidden as writing, and a third user is not even listened to.
    private static async Task AssertKeptOutAsync(InstalledProduct product)
    {
        foreach (var file in new[] { product.ApplicationHostConfig, product.AuditDatabase, product.InRoot("etc/sessionstate/service.json") })
        {
            Assert.True(File.Exists(file), $"{file} is not there.");
            Assert.NotEqual(0, await ExitCodeAsync(product, InstalledProduct.DashboardUser, "cat", file));
            Assert.NotEqual(0, await ExitCodeAsync(product, InstalledProduct.DashboardUser, "sh", "-c", $"echo >> '{file}'"));
        }

        Assert.Equal(0, await ExitCodeAsync(product, InstalledProduct.DashboardUser, Live(product)));
        Assert.NotEqual(0, await ExitCodeAsync(product, InstalledProduct.SomebodyElse, Live(product)));
        Assert.NotEqual(0, await ExitCodeAsync(product, InstalledProduct.ServiceUser, "cat", product.InRoot("var/lib/sessionstate-dashboard/accounts.db")));
    }

    private static string[] Live(InstalledProduct product) =>
        ["curl", "--silent", "--fail", "--max-time", "20", "--unix-socket", product.Socket, "http://localhost/health/live"];

    private static async Task<int> ExitCodeAsync(InstalledProduct product, uint user, params string[] command)
    {
        await using var program = product.As(user, command);
        return await program.ExitAsync(Cancel);
    }

    private static async Task GrantEverythingAsync(InstalledProduct product, RunningProgram service, string identifier)
    {
        service.Kill();
        await service.ExitAsync(Cancel);
        await product.RunServiceAsync("grant-administrator", "local", identifier);
    }

    private static async Task<string> IdentifierAsync(IPage page, RunningProgram dashboard)
    {
        await page.GotoAsync(await AddressAsync(dashboard) + "/account");
        return Regex.Match(await page.Locator("main").InnerTextAsync(), "[0-9a-f]{8}-[0-9a-f-]{27}").Value;
    }

    private static async Task<string> SetupLinkAsync(RunningProgram dashboard) =>
        Named((await dashboard.LineAsync(@"^There is no account yet\. .*: (\S+)$", Cancel)).Groups[1].Value);

    private static async Task<string> AddressAsync(RunningProgram dashboard) => Named((await dashboard.LineAsync(@"is running at (\S+)$", Cancel)).Groups[1].Value);

    private static string Named(string address) => address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    private async Task<IPage> NewPageAsync()
    {
        var context = await chromium.NewContextAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Chromium.Patience);
        return page;
    }
}
