using System.Text;
using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Explaining;

public sealed class ExplainFromServiceTests
{
    private const string LockedBy =
        "\"lockedBy\":\"The section is locked by default: "
        + "overrideModeDefault=\\\"Deny\\\" in /etc/iis/applicationHost.config, line 12.\"";

    private const string ShopRow =
        "{\"path\":\"Contoso/shop\",\"kind\":\"application\",\"setting\":\"system.webServer/asp/session@allowSessionState\","
        + "\"value\":\"false\",\"isDefault\":false,"
        + "\"origin\":{\"configPath\":\"Contoso/shop\",\"file\":\"/etc/iis/applicationHost.config\",\"line\":412,"
        + "\"locationPath\":\"contoso/shop\"},\"locked\":true," + LockedBy + ",\"diagnostics\":[]}\n";

    private const string PicsRow =
        "{\"path\":\"Contoso/pics\",\"kind\":\"virtualDirectory\",\"setting\":\"system.webServer/asp/session@allowSessionState\","
        + "\"value\":\"true\",\"isDefault\":true,\"origin\":null,\"locked\":true," + LockedBy + ",\"diagnostics\":[]}\n";

    private const string ContosoRow =
        "{\"path\":\"Contoso\",\"kind\":\"site\",\"setting\":\"system.webServer/asp/session@allowSessionState\","
        + "\"value\":\"true\",\"isDefault\":true,\"origin\":null,\"locked\":true," + LockedBy + ",\"diagnostics\":[]}\n";

    private const string ServerRow =
        "{\"path\":\"\",\"kind\":\"server\",\"setting\":\"system.webServer/asp/session@allowSessionState\","
        + "\"value\":\"true\",\"isDefault\":true,\"origin\":null,\"locked\":false,\"lockedBy\":null,\"diagnostics\":[]}\n";

    private const string ExerciseRow =
        "{\"path\":\"Übung\",\"kind\":\"site\",\"setting\":\"system.webServer/asp/session@allowSessionState\","
        + "\"value\":null,\"isDefault\":false,\"origin\":null,\"locked\":true," + LockedBy + ",\"diagnostics\":["
        + "{\"code\":\"section-locked\","
        + "\"message\":\"The section asp is locked here.\",\"file\":\"/srv/übung/web.config\",\"line\":4}]}\n";

    [Theory]
    [InlineData("Contoso/shop")]
    [InlineData("contoso/SHOP/")]
    [InlineData("http://www.contoso.com/shop")]
    [InlineData("MACHINE/WEBROOT/APPHOST/Contoso/shop")]
    public async Task ExplainJson_OneNode_IsOneObjectALine(string identifier) => Assert.Equal(
        new Transcript(0, ShopRow, ""),
        await Tool.RunAsync(FakeServer.Create(), "explain", "config", identifier, "/section:asp", "/json"));

    [Fact]
    public async Task ExplainJson_Everything_IsInPreOrderWithNamesAsTheyAre() => Assert.Equal(
        new Transcript(0, ServerRow + ContosoRow + PicsRow + ShopRow + ExerciseRow, ""),
        await Tool.RunAsync(FakeServer.Create(), "explain", "config", "/recurse", "/json"));

    [Fact]
    public async Task ExplainJson_BelowASite_BeginsWithTheSite() => Assert.Equal(
        new Transcript(0, ContosoRow + PicsRow + ShopRow, ""),
        await Tool.RunAsync(FakeServer.Create(), "explain", "config", "Contoso", "-recurse", "-json"));

    [Fact]
    public async Task Explain_Text_ShowsTheLadderAndMarksTheWinner()
    {
        var run = await Tool.RunAsync(FakeServer.Create(), "explain", "config", "Contoso/shop", "/section:asp");

        Assert.Equal(
            new Transcript(
                0,
                """
                Contoso/shop (application)

                  system.webServer/asp: locked here, a web.config may not hold it.
                    The section is locked by default: overrideModeDefault="Deny" in /etc/iis/applicationHost.config, line 12.

                  ASP session state (session@allowSessionState): false
                    Level                      Value  Result     Where
                    Schema default             true   shadowed
                    applicationHost.config     -      not set    /etc/iis/applicationHost.config line 30
                      Locks the section for lower files.
                  * Location tag contoso/shop  FALSE  decides    /etc/iis/applicationHost.config line 412

                """.ReplaceLineEndings("\n"),
                "Answered by the configuration service at unix:/home/ada/run/service.sock.\n"),
            run);
    }

    [Fact]
    public async Task Explain_TextOfAnError_SaysWhereAndWhatToDo()
    {
        var run = await Tool.RunAsync(FakeServer.Create(), "explain", "config", "Übung");

        Assert.StartsWith(
            """
            Übung (site)
              Error: The section asp is locked here. /srv/übung/web.config line 4
                Remove it.

              system.webServer/asp: locked here, a web.config may not hold it.
                The section is locked by default: overrideModeDefault="Deny" in /etc/iis/applicationHost.config, line 12.

              ASP session state (session@allowSessionState): no value, the configuration is in error here

            """.ReplaceLineEndings("\n"),
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExplainJson_UnknownPath_LeavesStandardOutputEmpty() => Assert.Equal(
        new Transcript(
            1168,
            "",
            "ERROR ( message:Configuration error\r\nFilename: \r\nLine Number: 0\r\n"
            + "Description: Unrecognized configuration path 'MACHINE/WEBROOT/APPHOST/Missing'\r\n. )\n"),
        await Tool.RunAsync(FakeServer.Create(), "explain", "config", "Missing", "/json"));

    [Fact]
    public async Task Explain_UnknownOption_IsNamed() => Assert.Equal(
        new Transcript(87, "ERROR ( message:Unknown attribute \"recurs\".  Replace with -? for help. )\r\n", ""),
        await Tool.RunAsync(FakeServer.Create(), "explain", "config", "/recurs"));

    [Theory]
    [InlineData("MACHINE")]
    [InlineData("machine/webroot/")]
    public async Task Explain_LevelsAboveTheServer_AreNotRead(string level) => Assert.Equal(
        new Transcript(
            1168, $"ERROR ( message:The level \"{level}\" is not read by this tool. Name a site, or nothing for the server. )\r\n", ""),
        await Tool.RunAsync(FakeServer.Create(), "explain", "config", level));

    [Theory]
    [InlineData("Broken pipe", 32, "")]
    [InlineData("No space left on device.", 28, "The output could not be written: No space left on device.\n")]
    public async Task Explain_OutputClosedHalfWay_EndsQuietlyUnlessItIsAnError(string message, int hresult, string expected)
    {
        using var error = new MemoryStream();
        var environment = Tool.Environment(FakeServer.Create(), new ClosedStream(message, hresult), error);

        var exitCode = await AppCmdMain.RunAsync(
            ["explain", "config", "/recurse", "/json"], environment, TestContext.Current.CancellationToken);

        Assert.Equal((109, expected), (exitCode, Encoding.UTF8.GetString(error.ToArray())));
    }

    [Fact]
    public async Task Explain_Cancelled_ExitsWithItsOwnCode()
    {
        using var output = new MemoryStream();
        var environment = Tool.Environment(FakeServer.Create(), output, Stream.Null);
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        var exitCode = await AppCmdMain.RunAsync(["explain", "config", "/json"], environment, stopping.Token);

        Assert.Equal(130, exitCode);
    }
}
