using System.Text.Json;
using SessionState.AppCmd.Tests.Support;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Tests.Offline;

public sealed class ExplainOfflineTests : IDisposable
{
    private readonly OfflineServer _server = SampleServer.Create();

    [Fact]
    public async Task ExplainJson_FromFiles_HasTheMembersInOrder()
    {
        var run = await _server.RunAsync("explain", "config", "Contoso/shop/", "/section:asp", "/json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var first = run.Output.Split('\n')[0];
        Assert.StartsWith(
            "{\"path\":\"Contoso/shop\",\"kind\":\"application\",\"setting\":\"system.webServer/asp/session@allowSessionState\","
            + "\"value\":\"false\",\"isDefault\":false,"
            + $"\"origin\":{{\"configPath\":\"Contoso/shop\",\"file\":\"{_server.ApplicationHost}\","
            + "\"line\":45,\"locationPath\":\"contoso/shop\"},\"locked\":true,\"lockedBy\":\"",
            first,
            StringComparison.Ordinal);
        Assert.EndsWith(",\"diagnostics\":[]}", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExplainJson_Everything_HasARowForEveryNodeAndSetting()
    {
        var run = await _server.RunAsync("explain", "config", "/recurse", "/json");

        var rows = Rows(run);
        Assert.Equal(
            ["", "Contoso", "Contoso/pics", "Contoso/shop", "Contoso/shop/cart", "Übung & Co"],
            rows.Select(row => row.GetProperty("path").GetString()).Distinct());
        Assert.Equal(
            ["server", "site", "virtualDirectory", "application", "folder", "site"],
            rows.Where((_, i) => i % Settings.All.Length == 0).Select(row => row.GetProperty("kind").GetString()));
        Assert.Contains("\"path\":\"Übung & Co\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExplainJson_ManagedSetting_FollowsTheNamedRootWebConfig()
    {
        var file = Path.Join(Path.GetDirectoryName(_server.ApplicationHost), "root.config");
        await File.WriteAllTextAsync(
            file,
            "<configuration><system.web><sessionState mode=\"StateServer\" /></system.web></configuration>",
            TestContext.Current.CancellationToken);

        var run = await _server.RunAsync("explain", "config", "Contoso/shop", "/section:sessionState", "/json", $"/rootwebconfig:{file}");

        var mode = Rows(run).Single(row => row.GetProperty("setting").GetString() == "system.web/sessionState@mode");
        Assert.Equal("StateServer", mode.GetProperty("value").GetString());
        Assert.Equal(file, mode.GetProperty("origin").GetProperty("file").GetString());
    }

    [Fact]
    public async Task ExplainJson_InheritedValue_NamesTheServersFile()
    {
        var run = await _server.RunAsync("explain", "config", "http://localhost:8080/page.asp", "/json");

        var timeout = Rows(run).Single(row => row.GetProperty("setting").GetString() == "system.webServer/asp/session@timeout");
        Assert.Equal(("Übung & Co/page.asp", "file"), (timeout.GetProperty("path").GetString(), timeout.GetProperty("kind").GetString()));
        Assert.Equal("00:30:00", timeout.GetProperty("value").GetString());
        Assert.Equal(
            $"{{\"configPath\":\"\",\"file\":\"{_server.ApplicationHost}\",\"line\":39,\"locationPath\":null}}",
            timeout.GetProperty("origin").GetRawText());
    }

    [Fact]
    public async Task ExplainJson_BrokenWebConfig_HasNoValueThereAndSaysWhere()
    {
        var file = _server.Write("shop/web.config", "<configuration>\n  <system.webServer>\n</configuration>");

        var run = await _server.RunAsync("explain", "config", "/recurse", "/json", "/section:asp");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var rows = Rows(run);
        Assert.Equal(
            ["Contoso/shop", "Contoso/shop/cart"],
            rows.Where(row => row.GetProperty("value").ValueKind == JsonValueKind.Null)
                .Select(row => row.GetProperty("path").GetString())
                .Distinct());
        var diagnostic = rows.First(row => row.GetProperty("path").GetString() == "Contoso/shop/cart").GetProperty("diagnostics")[0];
        Assert.Equal("malformed", diagnostic.GetProperty("code").GetString());
        Assert.Equal((file, 3), (diagnostic.GetProperty("file").GetString(), diagnostic.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task ExplainText_FromFiles_SaysThatFilesWereRead()
    {
        var run = await _server.RunAsync("explain", "config", "Contoso/shop", "/section:asp");

        Assert.Equal(
            (0, $"Read from {_server.ApplicationHost} and the folders it names; no configuration service was asked.\n"),
            (run.ExitCode, run.Error));
        Assert.StartsWith(
            "Contoso/shop (application)\n\n  system.webServer/asp: locked here, a web.config may not hold it.\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.Contains($"  decides    {_server.ApplicationHost} line 45\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Output);
    }

    [Fact]
    public async Task Explain_UnknownSite_IsUnrecognized() => Assert.Equal(
        new Transcript(
            1168,
            "ERROR ( message:Configuration error\r\nFilename: \r\nLine Number: 0\r\n"
            + "Description: Unrecognized configuration path 'MACHINE/WEBROOT/APPHOST/Missing'\r\n. )\r\n",
            ""),
        await _server.RunAsync("list", "config", "Missing", "/section:asp"));

    [Fact]
    public async Task ListConfig_FromFiles_ShowsOnlyWhatIsSetHere() => Assert.Equal(
        (0, "<system.webServer>\r\n  <asp>\r\n    <session allowSessionState=\"false\" />\r\n    <comPlus />\r\n    <cache />\r\n    <limits />\r\n  </asp>\r\n</system.webServer>\r\n"),
        await ListAsync("Contoso/shop"));

    [Fact]
    public async Task ListConfig_WithInherited_FillsIn()
    {
        var (exitCode, output) = await ListAsync("Contoso/shop", "/config:*");

        Assert.Equal(0, exitCode);
        Assert.Contains(
            "    <session allowSessionState=\"false\" timeout=\"00:30:00\" max=\"4294967295\" keepSessionIdSecure=\"true\" />\r\n",
            output,
            StringComparison.Ordinal);
        Assert.Contains(" requestQueueMax=\"3000\" />\r\n  </asp>\r\n</system.webServer>\r\n", output, StringComparison.Ordinal);
    }

    public void Dispose() => _server.Dispose();

    private async Task<(int ExitCode, string Output)> ListAsync(params string[] arguments)
    {
        var run = await _server.RunAsync(["list", "config", .. arguments, "/section:asp"]);
        return (run.ExitCode, run.Output);
    }

    private static List<JsonElement> Rows(Transcript run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
