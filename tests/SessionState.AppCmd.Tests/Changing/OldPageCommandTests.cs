using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Changing;

/// <summary>The command of old pages: the recorded error on standard output, what is wrong and what works on standard error.</summary>
public sealed class OldPageCommandTests
{
    private const string OnSession =
        "The attribute allowSessionState is on the element session of the section system.webServer/asp, "
        + "so it is written session.allowSessionState.\n";

    private const string Blank =
        "There is a blank after \"/allowSessionState:\", so \"False\" is taken as an argument of its own: "
        + "a value begins right after the colon.\n";

    private const string Stray = "Failed to process input: The parameter 'False' must begin with a / or - (HRESULT=80070057).\r\n";

    private const string Unknown = "ERROR ( message:Unknown attribute \"allowSessionState\".  Replace with -? for help. )\r\n";

    [Fact]
    public async Task Vector95_BlankAfterTheColon_MustBeginWithSlashOrDash()
    {
        var run = await Tool.RunAsync("set", "config", "/section:asp", "/allowSessionState:", "False");

        Assert.Equal(
            new Transcript(
                87, Stray, Blank + OnSession + "This works: appcmd set config /section:asp /session.allowSessionState:False\n"),
            run);
    }

    [Fact]
    public async Task Vector95_WithASite_AddsTheCommitPathThatWorks()
    {
        var run = await Tool.RunAsync("set", "config", "Default Web Site", "-section:asp", "/allowSessionState:", "False");

        Assert.Equal(
            new Transcript(
                87,
                Stray,
                Blank + OnSession
                + "This works: appcmd set config \"Default Web Site\" -section:asp /session.allowSessionState:False /commit:apphost\n"),
            run);
    }

    [Fact]
    public async Task Vector95_BlankAfterTheRightAttribute_ExplainsTheBlankOnly()
    {
        var run = await Tool.RunAsync("set", "config", "/section:asp", "/session.allowSessionState:", "False");

        Assert.Equal(
            new Transcript(
                87,
                Stray,
                "There is a blank after \"/session.allowSessionState:\", so \"False\" is taken as an argument of its own: "
                + "a value begins right after the colon.\n"
                + "This works: appcmd set config /section:asp /session.allowSessionState:False\n"),
            run);
    }

    [Fact]
    public async Task Vector96_AttributeOnTheSection_IsUnknown()
    {
        var run = await Tool.RunAsync("set", "config", "/section:asp", "/allowSessionState:False");

        Assert.Equal(
            new Transcript(87, Unknown, OnSession + "This works: appcmd set config /section:asp /session.allowSessionState:False\n"), run);
    }

    [Fact]
    public async Task Vector96_NameThatNeverExisted_IsExplainedToo()
    {
        var run = await Tool.RunAsync("set", "config", "Shop/", "/section:asp", "/allowSession:False");

        Assert.Equal(
            new Transcript(
                87,
                "ERROR ( message:Unknown attribute \"allowSession\".  Replace with -? for help. )\r\n",
                "The attribute is named allowSessionState; it is on the element session of the section system.webServer/asp, "
                + "so it is written session.allowSessionState.\n"
                + "This works: appcmd set config Shop/ /section:asp /session.allowSessionState:False /commit:apphost\n"),
            run);
    }

    [Fact]
    public async Task UnknownAttribute_ThatResemblesNothing_IsJustUnknown()
    {
        var run = await Tool.RunAsync("set", "config", "/section:asp", "/session.colour:blue");

        Assert.Equal(
            new Transcript(87, "ERROR ( message:Unknown attribute \"session.colour\".  Replace with -? for help. )\r\n", ""), run);
    }

    [Theory]
    [InlineData("set", "config", "/section:asp", "/allowSessionState:", "False")]
    [InlineData("set", "config", "/section:asp", "/allowSessionState:False")]
    public async Task OldCommand_NeverAsksTheService(params string[] arguments)
    {
        var service = FakeServer.Create();

        await Tool.RunAsync(service, arguments);

        Assert.Null(service.Address);
    }
}
