using SessionState.AppCmd.Tests.Support;
using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Changing;

public sealed class SetConfigRefusalTests
{
    private const string Off = "/session.allowSessionState:False";

    [Theory]
    [InlineData("no")]
    [InlineData("1")]
    [InlineData(" false")]
    public async Task Value_ThatIsNoBoolean_IsInvalid(string value) => await AssertRefused(
        13,
        "ERROR ( hresult:8007000d, message:The 'allowSessionState' attribute is invalid.  Value must be true or false. )\r\n",
        "",
        "/section:asp",
        $"/session.allowSessionState:{value}");

    [Theory]
    [InlineData("/session.allowSessionState")]
    [InlineData("/session.allowSessionState:")]
    public async Task Value_Missing_IsAskedFor(string property) => await AssertRefused(
        87,
        "ERROR ( message:Must specify a value for \"session.allowSessionState\" right after the colon. )\r\n",
        "",
        "/section:asp",
        property);

    [Fact]
    public async Task Section_Missing_IsAskedFor() =>
        await AssertRefused(87, "ERROR ( message:Must specify the section with /section:name. )\r\n", "", Off);

    [Fact]
    public async Task Section_Unknown_NamesTheKnownOnes() => await AssertRefused(
        87,
        "ERROR ( message:Unknown config section \"caching\".  Replace with -? for help. )\r\n",
        "This tool knows: system.webServer/asp, system.web/sessionState, system.web/pages, system.web/sessionPageState.\n",
        "/section:caching",
        "/enabled:true");

    [Fact]
    public async Task Property_Missing_IsAskedFor() => await AssertRefused(
        87,
        "ERROR ( message:Must specify what to set, for example /session.allowSessionState:False. )\r\n",
        "",
        "/section:asp",
        "/commit:apphost");

    [Fact]
    public async Task Property_Twice_IsRefused() => await AssertRefused(
        87,
        "ERROR ( message:The property \"session.allowSessionState\" is given twice. )\r\n",
        "",
        "/section:asp",
        Off,
        "/session.allowSessionState:True");

    [Fact]
    public async Task Files_NamedForReading_AreNotChanged() => await AssertRefused(
        87,
        "ERROR ( message:Files named with /apphostconfig: are only read. Changes go through the configuration service. )\r\n",
        "Nothing was changed: a change needs the service's checks, backup and audit entry.\n"
        + "Leave /apphostconfig: out to change the server of the running service, or name a service with /server:ADDRESS.\n",
        "/section:asp",
        Off,
        "/apphostconfig:/etc/applicationHost.config");

    [Fact]
    public async Task Service_Address_IsChecked() => await AssertRefused(
        87,
        "ERROR ( message:/server: 'somewhere' is no address of a Service. Write unix:/path/to/socket or pipe:name. )\r\n",
        "",
        "/section:asp",
        Off,
        "/server:somewhere");

    [Fact]
    public async Task Path_Unknown_IsUnrecognized()
    {
        var run = await Tool.RunAsync(FakeServer.Create(), "set", "config", "Missing/app", "/section:asp", Off);

        Assert.Equal(
            new Transcript(
                1168,
                "ERROR ( message:Configuration error\r\nFilename: \r\nLine Number: 0\r\n"
                + "Description: Unrecognized configuration path 'MACHINE/WEBROOT/APPHOST/Missing/app'\r\n. )\r\n",
                ""),
            run);
    }

    [Theory]
    [InlineData(ProblemCodes.Busy, 32, "ERROR ( hresult:80070020, message:Failed to commit configuration changes. "
        + "The process cannot access the file because it is being used by another process. )\r\n", "Why.\nWay out.\n")]
    [InlineData(ProblemCodes.Forbidden, 77, "ERROR ( message:Access is denied. )\r\n", "Why.\nWay out.\n")]
    [InlineData(ProblemCodes.Stale, 1168, "ERROR ( message:Cannot commit configuration changes because the file has changed on disk. )\r\n",
        "Why.\nRun the command again.\n")]
    [InlineData(ProblemCodes.Invalid, 87, "ERROR ( message:Why. )\r\n", "Way out.\n")]
    [InlineData(ProblemCodes.AuditUnavailable, 1168, "ERROR ( message:Why. )\r\n", "Way out.\n")]
    [InlineData(ProblemCodes.Unreadable, 1168, "ERROR ( message:Configuration error\r\nFilename: /etc/web.config\r\nLine Number: 3\r\n"
        + "Description: Why.\r\n. )\r\n", "Way out.\n")]
    public async Task Service_Refuses_InAppcmdsWords(string code, int exitCode, string output, string error)
    {
        var problem = new Problem(code, "Title", "Why.", 400) { Remedy = "Way out.", File = "/etc/web.config", Line = 3 };

        var run = await Tool.RunAsync(FakeServer.Create(problem), "set", "config", "/section:asp", Off);

        Assert.Equal(new Transcript(exitCode, output, error), run);
    }

    [Fact]
    public async Task Service_ThatDoesNotAnswer_IsNamedWithTheWaysOut()
    {
        var service = new FakeConfigurationService
        {
            Silence = new Problem(ProblemCodes.Unavailable, "No answer", "Nothing answers at its address, or the connection broke.", 503),
            Variables = { ["SESSIONSTATE_SERVER"] = "unix:/run/other.sock" },
        };

        var run = await Tool.RunAsync(service, "set", "config", "/section:asp", Off);

        Assert.Equal(
            new Transcript(
                1062,
                "ERROR ( message:The configuration service does not answer at unix:/run/other.sock. )\r\n",
                "Nothing answers at its address, or the connection broke.\n"
                + "Start the Dashboard, which starts its service, or start the service itself; name another one with /server:ADDRESS "
                + "or the variable\nSESSIONSTATE_SERVER; or read files without a service with /apphostconfig:FILE.\n"),
            run);
    }

    private static async Task AssertRefused(int exitCode, string output, string error, params string[] arguments)
    {
        var service = FakeServer.Create();

        var run = await Tool.RunAsync(service, ["set", "config", .. arguments]);

        Assert.Equal(new Transcript(exitCode, output, error), run);
        Assert.Null(service.Address);
    }
}
