using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Grammar;

public sealed class HelpTests
{
    [Fact]
    public async Task NoArguments_ShowUsage_WithExitCode87()
    {
        var run = await Tool.RunAsync();

        Assert.Equal((87, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(
            "Reads and changes the session-state configuration of IIS servers.\r\r\n\r\r\n"
            + "APPCMD (command) (object-type) <identifier> </parameter1:value1 ...>\r\r\n\r\r\n"
            + "Supported object types:\r\r\n\r\r\n"
            + "  SITE        Sites\r\r\n"
            + "  APP         Applications\r\r\n"
            + "  VDIR        Virtual directories\r\r\n"
            + "  APPPOOL     Application pools\r\r\n"
            + "  CONFIG      Configuration sections\r\r\n"
            + "  PAGE        Pages that say something about sessions or use them\r\r\n"
            + "  CHANGE      Changes made through the service\r\r\n"
            + "  AUDIT       The audit log\r\r\n"
            + "  COMPLETION  Completion of commands in a shell\r\r\n\r\r\n",
            run.Output,
            StringComparison.Ordinal);
        AssertUsageLineEnds(run.Output);
    }

    [Theory]
    [InlineData("/?")]
    [InlineData("-?")]
    public async Task Help_OfTheTool_IsTheUsageWithExitCode1(string argument)
    {
        var usage = await Tool.RunAsync();

        Assert.Equal(usage with { ExitCode = 1 }, await Tool.RunAsync(argument));
    }

    [Fact]
    public async Task Help_OfAnObject_ListsItsCommands()
    {
        var run = await Tool.RunAsync("config", "/?");

        Assert.Equal(
            new Transcript(
                1,
                "Configuration sections\r\r\n\r\r\n"
                + "APPCMD (command) CONFIG <identifier> </parameter1:value1 ...>\r\r\n\r\r\n"
                + "Supported commands:\r\r\n\r\r\n"
                + "  list      Show a section as XML\r\r\n"
                + "  set       Set properties of a section\r\r\n"
                + "  clear     Take a section out\r\r\n"
                + "  search    Find the places that set something\r\r\n"
                + "  lock      Lock a section for the files below\r\r\n"
                + "  unlock    Let the files below hold a section\r\r\n"
                + "  explain   Show values and where they come from\r\r\n"
                + "  script    Write a change as a script\r\r\n"
                + "  validate  Check configuration files\r\r\n\r\r\n"
                + "(To get help for a command use /?, e.g. 'appcmd.exe list config /?'.)\r\r\n",
                ""),
            run);
    }

    [Theory]
    [InlineData("list", "site", "/?")]
    [InlineData("list", "app", "/?")]
    [InlineData("list", "vdirs", "-?")]
    [InlineData("list", "apppools", "-?")]
    [InlineData("list", "config", "/?")]
    [InlineData("list", "pages", "/?")]
    [InlineData("set", "config", "Contoso/", "/section:asp", "/?")]
    [InlineData("explain", "config", "/json", "/?")]
    [InlineData("clear", "config", "/?")]
    [InlineData("search", "config", "/?")]
    [InlineData("script", "config", "/?")]
    [InlineData("validate", "config", "/?")]
    [InlineData("script", "completion", "/?")]
    [InlineData("verify", "audit", "/?")]
    [InlineData("export", "audit", "/?")]
    [InlineData("witness", "audit", "/?")]
    public async Task Help_OfACommand_HasExitCode1AndUsageLineEnds(params string[] arguments)
    {
        var run = await Tool.RunAsync(arguments);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains($"APPCMD {arguments[0]} {arguments[1].TrimEnd('s').ToUpperInvariant()} ", run.Output, StringComparison.Ordinal);
        AssertUsageLineEnds(run.Output);
    }

    private static void AssertUsageLineEnds(string output)
    {
        Assert.EndsWith("\r\r\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", output.Replace("\r\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
