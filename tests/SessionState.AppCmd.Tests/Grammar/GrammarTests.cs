using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Grammar;

public sealed class GrammarTests
{
    [Theory]
    [InlineData("list", "sites")]
    [InlineData("LIST", "Site")]
    [InlineData("list", "site")]
    public async Task ObjectAndVerb_AnyCaseAndPlural_AreFound(string verb, string name)
    {
        var run = await Tool.RunAsync(FakeServer.Create(), verb, name, "/text:name");

        Assert.Equal(new Transcript(0, "Contoso\r\nÜbung\r\n", ""), run);
    }

    [Fact]
    public async Task Object_Unknown_IsNotSupported()
    {
        var run = await Tool.RunAsync("list", "foo");

        Assert.Equal(NoObject("FOO"), run);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("list", "/?")]
    public async Task Object_Missing_IsNotSupported(params string[] arguments)
    {
        var run = await Tool.RunAsync(arguments);

        Assert.Equal(NoObject("LIST"), run);
    }

    [Fact]
    public async Task Verb_Unknown_IsNotSupported()
    {
        var run = await Tool.RunAsync("restart", "site");

        Assert.Equal(NoCommand("RESTART"), run);
    }

    [Theory]
    [InlineData("list", "backups")]
    [InlineData("add", "backup")]
    [InlineData("restore", "BACKUP")]
    public async Task Object_OnlyOfIis_IsNotSupportedAndSaysWhatThereIs(string verb, string name)
    {
        var run = await Tool.RunAsync(verb, name, "X");

        Assert.Equal(NoObject(name.ToUpperInvariant()).Output, run.Output);
        Assert.StartsWith("The configuration service keeps every file that it changes as it was before: undo change", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verb_OnlyOfIis_IsNotSupportedAndSaysWhatThereIs()
    {
        var run = await Tool.RunAsync("reset", "config", "/section:asp");

        Assert.Equal(87, run.ExitCode);
        Assert.StartsWith("Command 'RESET' is not supported on object 'CONFIG'.", run.Output, StringComparison.Ordinal);
        Assert.Contains("clear config takes out what was set", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verb_Missing_IsNotSupported()
    {
        var run = await Tool.RunAsync("site");

        Assert.Equal(NoCommand(""), run);
    }

    [Fact]
    public async Task Argument_ResponseFile_IsTakenLiterally()
    {
        var run = await Tool.RunAsync("@commands.txt");

        Assert.Equal(NoObject("@COMMANDS.TXT"), run);
    }

    [Fact]
    public async Task Argument_ThatIsNoParameter_IsNamed()
    {
        var run = await Tool.RunAsync("list", "site", "Contoso", "Fabrikam");

        Assert.Equal(
            new Transcript(87, "Failed to process input: The parameter 'Fabrikam' must begin with a / or - (HRESULT=80070057).\r\n", ""),
            run);
    }

    [Fact]
    public async Task Parameter_DoubleDash_IsNothingSpecial()
    {
        var run = await Tool.RunAsync("list", "site", "--text:name");

        Assert.Equal(new Transcript(87, "ERROR ( message:Unknown attribute \"-text\".  Replace with -? for help. )\r\n", ""), run);
    }

    [Fact]
    public async Task Parameter_Twice_IsRefused()
    {
        var run = await Tool.RunAsync("list", "site", "/text:name", "-TEXT:id");

        Assert.Equal(new Transcript(87, "ERROR ( message:The parameter \"TEXT\" is given twice. )\r\n", ""), run);
    }

    [Theory]
    [InlineData("/metadata", "metadata")]
    public async Task Parameter_KnownButNotBuilt_IsRefused(string argument, string name)
    {
        var run = await Tool.RunAsync("list", "site", argument);

        Assert.Equal(new Transcript(87, $"ERROR ( message:The parameter \"{name}\" is not supported by this tool. )\r\n", ""), run);
    }

    [Fact]
    public async Task Parameters_HundredThousand_AreAnsweredInTime()
    {
        string[] arguments = ["list", "site", .. Enumerable.Range(0, 100_000).Select(i => $"/p{i}:x")];

        var run = await Tool.RunAsync(arguments);

        Assert.Equal(new Transcript(87, "ERROR ( message:Unknown attribute \"p0\".  Replace with -? for help. )\r\n", ""), run);
    }

    private static Transcript NoObject(string name) =>
        new(87, $"Object '{name}' is not supported.  Run 'appcmd.exe /?' to display supported objects.\r\r\n", "");

    private static Transcript NoCommand(string verb) => new(
        87,
        $"Command '{verb}' is not supported on object 'SITE'. Run 'appcmd.exe SITE /?'\r\r\n"
        + "to display supported commands.\r\r\n",
        "");
}
