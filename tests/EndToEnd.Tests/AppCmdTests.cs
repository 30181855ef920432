using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The command line and the screen answer the same about the same files.</summary>
public sealed partial class AppCmdTests(Chromium chromium) : IAsyncLifetime
{
    private const string AspSession = "system.webServer/asp/session@allowSessionState";

    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProgram.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task EveryRowOfTheTree_AsAppCmdExplainsIt()
    {
        await using var person = await Person.SignInAsync(chromium, _dashboard, height: 4000);
        var explore = new ExploreScreen(person.Page);
        await Expect(explore.Row("Site Fabrikam")).ToBeVisibleAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Expand all" }).ClickAsync();
        await Expect(explore.Row("Application checkout")).ToBeVisibleAsync();

        var shown = await RowsAsync(explore);
        var explained = await ExplainAsync();

        Assert.Equal("Off", shown["Contoso/shop"]);
        Assert.All(shown, row => Assert.Equal((row.Key, row.Value), (row.Key, explained[row.Key])));
        Assert.True(shown.Count > 40, $"Only {shown.Count} rows were compared.");
    }

    /// <summary>Path → "On", "Off" or "Error", from the rows as they stand on the screen: their words and their level.</summary>
    private static async Task<Dictionary<string, string>> RowsAsync(ExploreScreen explore)
    {
        var path = new List<string>();
        var rows = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in await explore.Tree.GetByRole(AriaRole.Row).Filter(new() { Has = explore.AnyCell }).AllAsync())
        {
            var level = int.Parse((await row.GetAttributeAsync("aria-level"))!, CultureInfo.InvariantCulture);
            var cells = await row.GetByRole(AriaRole.Gridcell).AllInnerTextsAsync();
            path.RemoveRange(Math.Max(0, level - 2), Math.Max(0, path.Count - Math.Max(0, level - 2)));
            if (level > 1)
            {
                path.Add(Name().Match(cells[0]).Groups["name"].Value);
            }

            rows.Add(string.Join('/', path), cells[1].Trim().Split('\n')[0]);
        }

        return rows;
    }

    [GeneratedRegex(@"^(Site|Application|Virtual directory|Folder|File)\s+(?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex Name();

    private async Task<Dictionary<string, string>> ExplainAsync()
    {
        await using var appcmd = new RunningProgram(
            BuildOutput.AppCmd, "explain", "config", "/recurse", "/json", $"/apphostconfig:{_dashboard.ApplicationHostConfig}",
            $@"/pathmap:C:\inetpub={Path.Combine(_dashboard.DemoFolder, "inetpub")}");
        Assert.Equal(0, await appcmd.ExitAsync(Cancel));
        return appcmd.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("setting").GetString() == AspSession)
            .ToDictionary(
                line => line.GetProperty("path").GetString()!,
                line => line.GetProperty("value").GetString() switch { "true" => "On", "false" => "Off", _ => "Error" },
                StringComparer.OrdinalIgnoreCase);
    }
}
