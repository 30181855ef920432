using SessionState.AppCmd.Tests.Support;
using SessionState.Contracts;

namespace SessionState.AppCmd.Tests;

/// <summary>
/// What IIS's appcmd is recorded to print, row by row: command line in; text with its line ends, and exit code out. Rows about objects that
/// this tool does not manage end in the recorded "not supported".
/// </summary>
public sealed class RecordedTranscriptTests
{
    private const string Off = "/session.allowSessionState:False";

    public static TheoryData<string, string[], int, string> Rows => new()
    {
        { "help", ["list", "site", "/?"], 1, "List sites\r\r\n\r\r\nAPPCMD list SITE <identifier>" },
        { "list with no match", ["list", "site", "Missing"], 1, "" },
        { "unknown object", ["list", "FOO"], 87, "Object 'FOO' is not supported.  Run 'appcmd.exe /?' to display supported objects.\r\r\n" },
        {
            "unknown verb",
            ["RESTART", "SITE"],
            87,
            "Command 'RESTART' is not supported on object 'SITE'. Run 'appcmd.exe SITE /?'\r\r\nto display supported commands.\r\r\n"
        },
        {
            "stray token",
            ["set", "config", "/section:asp", "/allowSessionState:", "False"],
            87,
            "Failed to process input: The parameter 'False' must begin with a / or - (HRESULT=80070057).\r\n"
        },
        {
            "unknown property",
            ["set", "config", "/section:asp", "/allowSessionState:False"],
            87,
            "ERROR ( message:Unknown attribute \"allowSessionState\".  Replace with -? for help. )\r\n"
        },
        { "unknown section", ["set", "config", "/section:foo", "/a:b"], 87, "ERROR ( message:Unknown config section \"foo\".  Replace with -? for help. )\r\n" },
        { "sites", ["list", "sites"], 0, "SITE \"Contoso\" (id:1,bindings:http/*:80:www.contoso.com,state:Unknown)\r\nSITE \"Übung\" (id:2,bindings:http/*:80:,https/*:443:,state:Unknown)\r\n" },
        { "applications", ["list", "app", "Contoso/"], 0, "APP \"Contoso/\" (applicationPool:ContosoPool)\r\n" },
        { "virtual directories", ["list", "vdir", "Contoso/pics"], 0, "VDIR \"Contoso/pics\" (physicalPath:D:\\pics)\r\n" },
        { "pools", ["list", "apppool", "ContosoPool"], 0, "APPPOOL \"ContosoPool\" (MgdVersion:v4.0,MgdMode:Integrated,state:Unknown)\r\n" },
        { "section", ["list", "config", "Contoso/", "/section:asp"], 0, "<system.webServer>\r\n  <asp>\r\n    <session />\r\n" },
        { "section with inherited values", ["list", "config", "Contoso/", "/section:asp", "/config:*"], 0, "<system.webServer>\r\n  <asp appAllowClientDebug=\"false\"" },
        { "names of sections", ["list", "config", "/section:?"], 0, "system.webServer/asp\r\n" },
        {
            "set",
            ["set", "config", "Contoso/", "/section:asp", Off, "/commit:apphost"],
            0,
            "Applied configuration changes to section \"system.webServer/asp\" for \"MACHINE/WEBROOT/APPHOST/Contoso\" at configuration commit path \"MACHINE/WEBROOT/APPHOST\"\r\n"
        },
        { "unlock", ["unlock", "config", "/section:asp"], 0, "Unlocked section \"system.webServer/asp\" at configuration path \"MACHINE/WEBROOT/APPHOST\".\r\n" },
        { "lock", ["lock", "config", "/section:asp"], 0, "Locked section \"system.webServer/asp\" at configuration path \"MACHINE/WEBROOT/APPHOST\".\r\n" },
        { "backup", ["add", "backup", "X"], 87, "Object 'BACKUP' is not supported.  Run 'appcmd.exe /?' to display supported objects.\r\r\n" },
        { "worker processes", ["list", "wp"], 87, "Object 'WP' is not supported.  Run 'appcmd.exe /?' to display supported objects.\r\r\n" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Command_Recorded_PrintsThat(string row, string[] arguments, int exitCode, string text)
    {
        Assert.NotEmpty(row);
        var run = await Tool.RunAsync(FakeServer.Create(), arguments);

        Assert.Equal((exitCode, true), (run.ExitCode, text.Length == 0 ? run.Output.Length == 0 : run.Output.StartsWith(text, StringComparison.Ordinal)));
        var rest = run.Output.Replace("\r\r\n", "", StringComparison.Ordinal).Replace("\r\n", "", StringComparison.Ordinal);
        Assert.Equal(-1, rest.IndexOfAny(['\r', '\n']));
    }

    [Fact]
    public async Task NoArguments_ShowUsageWithExitCode87() => Assert.Equal(87, (await Tool.RunAsync()).ExitCode);

    [Fact]
    public async Task FileInUse_IsASharingViolation()
    {
        var service = FakeServer.Create(new Problem(ProblemCodes.Busy, "In use", "Another program holds it.", 423));

        var run = await Tool.RunAsync(service, "set", "config", "/section:asp", Off);

        Assert.Equal(
            (32, "ERROR ( hresult:80070020, message:Failed to commit configuration changes. The process cannot access the file because it is being used by another process. )\r\n"),
            (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task BrokenFile_IsAConfigurationErrorInFourLines()
    {
        using var server = new OfflineServer("<configuration>\n<oops\n</configuration>\n");

        var run = await server.RunAsync("list", "site");

        Assert.Equal(1168, run.ExitCode);
        Assert.Matches("^ERROR \\( message:Configuration error\r\nFilename: .*applicationHost.config\r\nLine Number: [0-9]+\r\nDescription: .+\r\n. \\)\r\n$", run.Output);
    }

    [Fact]
    public async Task Search_Hit_IsALine()
    {
        using var server = SampleServer.Create();

        var run = await server.RunAsync("search", "config", "/section:asp", "/session.timeout");

        Assert.Equal((0, "CONFIGSEARCH \"MACHINE/WEBROOT/APPHOST\"\r\n"), (run.ExitCode, run.Output));
    }
}
