using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Sections;

public sealed class ListConfigTests
{
    private const string Note = "Shown is what this tool manages; the section may hold more.\n";

    [Fact]
    public async Task ListConfig_NothingSetHere_ShowsTheEmptyElement() => Assert.Equal(
        new Transcript(0, Xml(""), Note), await Tool.RunAsync(FakeServer.Create(), "list", "config", "Contoso/", "/section:asp"));

    [Fact]
    public async Task ListConfig_SetHere_ShowsTheAttribute() => Assert.Equal(
        new Transcript(0, Xml(" allowSessionState=\"false\""), Note),
        await Tool.RunAsync(FakeServer.Create(), "list", "config", "Contoso/shop", "/section:system.webServer/asp"));

    [Fact]
    public async Task ListConfig_WithInherited_ShowsDefaultsToo() => Assert.Equal(
        new Transcript(0, Xml(" allowSessionState=\"true\""), Note),
        await Tool.RunAsync(FakeServer.Create(), "list", "config", "/section:asp", "/config:*"));

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

    private static string Xml(string attributes) =>
        "<system.webServer>\r\n"
        + "  <asp>\r\n"
        + $"    <session{attributes} />\r\n"
        + "  </asp>\r\n"
        + "</system.webServer>\r\n";
}
