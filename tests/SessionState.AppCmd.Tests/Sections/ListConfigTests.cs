using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Sections;

public sealed class ListConfigTests
{
    [Fact]
    public async Task ListConfig_NothingSetHere_ShowsTheEmptyElement() => Assert.Equal(
        new Transcript(0, Xml(""), ""), await Tool.RunAsync(FakeServer.Create(), "list", "config", "Contoso/", "/section:asp"));

    [Fact]
    public async Task ListConfig_SetHere_ShowsTheAttribute() => Assert.Equal(
        new Transcript(0, Xml(" allowSessionState=\"false\""), ""),
        await Tool.RunAsync(FakeServer.Create(), "list", "config", "Contoso/shop", "/section:system.webServer/asp"));

    [Fact]
    public async Task ListConfig_WithInherited_ShowsDefaultsToo() => Assert.Equal(
        (0, true, true, true),
        await WithInheritedAsync());

    [Fact]
    public async Task ListConfig_QuestionMark_ListsTheNames() => Assert.Equal(
        new Transcript(
            0, "system.webServer/asp\r\nsystem.web/sessionState\r\nsystem.web/pages\r\nsystem.web/sessionPageState\r\n", ""),
        await Tool.RunAsync("list", "config", "/section:?"));

    [Fact]
    public async Task ListConfig_InError_IsAConfigurationError() => Assert.Equal(
        new Transcript(
            1168,
            "ERROR ( message:Configuration error\r\nFilename: /srv/übung/web.config\r\nLine Number: 4\r\n"
            + "Description: The section asp is locked here.\r\n. )\r\n",
            "Remove it.\n"),
        await Tool.RunAsync(FakeServer.Create(), "list", "config", "Übung", "/section:asp"));

    [Fact]
    public async Task ListConfig_OfFiles_ShowsTheWholeSection()
    {
        using var server = SampleServer.Create();
        server.Write("contoso/web.config", "");
        File.WriteAllText(server.ApplicationHost, (await File.ReadAllTextAsync(server.ApplicationHost, TestContext.Current.CancellationToken)).Replace(
            "<session timeout", "<limits requestQueueMax=\"4000\" /><session timeout", StringComparison.Ordinal).Replace("<asp>", "<asp appAllowClientDebug=\"true\">", StringComparison.Ordinal));

        var run = await server.RunAsync("list", "config", "/section:asp");

        Assert.StartsWith(
            "<system.webServer>\r\n  <asp appAllowClientDebug=\"true\">\r\n    <session timeout=\"00:30:00\" />\r\n    <comPlus />\r\n    <cache />\r\n"
            + "    <limits requestQueueMax=\"4000\" />\r\n  </asp>\r\n</system.webServer>\r\n",
            run.Output,
            StringComparison.Ordinal);
    }

    private static async Task<(int, bool, bool, bool)> WithInheritedAsync()
    {
        var run = await Tool.RunAsync(FakeServer.Create(), "list", "config", "/section:asp", "/config:*");
        return (
            run.ExitCode,
            run.Output.Contains("<session allowSessionState=\"true\"", StringComparison.Ordinal),
            run.Output.Contains("<asp appAllowClientDebug=\"false\"", StringComparison.Ordinal),
            run.Output.Contains(" requestQueueMax=\"3000\" />", StringComparison.Ordinal));
    }

    private static string Xml(string attributes) =>
        "<system.webServer>\r\n"
        + "  <asp>\r\n"
        + $"    <session{attributes} />\r\n"
        + "    <comPlus />\r\n"
        + "    <cache />\r\n"
        + "    <limits />\r\n"
        + "  </asp>\r\n"
        + "</system.webServer>\r\n";
}
