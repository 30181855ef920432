using SessionState.AppCmd.Tests.Support;
using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Scripting;

public sealed class ScriptConfigTests
{
    private const string Off = "/session.allowSessionState:False";

    [Fact]
    public async Task Script_Default_IsTheAppCmdLineForTheBestPlace()
    {
        var service = FakeServer.Create();

        var run = await Tool.RunAsync(service, "script", "config", "Contoso/shop", "/section:asp", Off);

        Assert.Equal(new Transcript(0, "do it\n", "Mind the gap.\n"), run);
        var asked = Assert.Single(service.Scripts);
        Assert.Equal(ScriptLanguage.AppCmd, asked.Language);
        Assert.Equal(new ChangeTarget("Contoso/shop", FakeServer.AllowSessionState, ChangeAction.Set, "false", null), asked.Change.First);
    }

    [Theory]
    [InlineData("webAdministration", ScriptLanguage.WebAdministration)]
    [InlineData("POWERSHELL", ScriptLanguage.WebAdministration)]
    [InlineData("cSharp", ScriptLanguage.CSharp)]
    [InlineData("c#", ScriptLanguage.CSharp)]
    [InlineData("wmi", ScriptLanguage.WmiVbScript)]
    [InlineData("diff", ScriptLanguage.UnifiedDiff)]
    public async Task Script_Language_IsFoundByItsNames(string name, ScriptLanguage expected)
    {
        var service = FakeServer.Create();

        await Tool.RunAsync(service, "script", "config", "/section:asp", Off, $"/language:{name}");

        Assert.Equal(expected, Assert.Single(service.Scripts).Language);
    }

    [Theory]
    [InlineData("/language:cobol")]
    [InlineData("/language:0")]
    public async Task Script_LanguageUnknown_NamesTheKnownOnes(string language)
    {
        var run = await Tool.RunAsync(FakeServer.Create(), "script", "config", "/section:asp", Off, language);

        Assert.Equal(87, run.ExitCode);
        Assert.Contains("appCmd, webAdministration, iisAdministration, cSharp", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_Undo_IsWhatTakesItBack() => Assert.Equal(
        new Transcript(0, "undo it\n", ""),
        await Tool.RunAsync(FakeServer.Create(), "script", "config", "/section:asp", Off, "/undo"));

    [Fact]
    public async Task Script_NotPossible_SaysWhyWithExitCode50() => Assert.Equal(
        new Transcript(50, "ERROR ( message:VbScript cannot make this change. It was never taught. )\r\n", ""),
        await Tool.RunAsync(FakeServer.Create(), "script", "config", "/section:asp", Off, "/language:vbs"));

    [Theory]
    [InlineData("unlock", ChangeAction.Unlock)]
    [InlineData("lock", ChangeAction.Lock)]
    [InlineData("inheritLock", ChangeAction.InheritLock)]
    [InlineData("REPAIR", ChangeAction.Repair)]
    public async Task Script_OfTheSection_IsAskedFor(string word, ChangeAction action)
    {
        var service = FakeServer.Create();

        await Tool.RunAsync(service, "script", "config", "Contoso/", "/section:asp", $"/do:{word}");

        Assert.Equal(new ChangeTarget("Contoso", "system.webServer/asp", action, null, null), Assert.Single(service.Scripts).Change.First);
    }

    [Fact]
    public async Task Script_Clear_TakesThePropertiesWithoutValues()
    {
        var service = FakeServer.Create();

        await Tool.RunAsync(service, "script", "config", "Contoso/", "/section:asp", "/do:clear", "/session.allowSessionState", "/commit:apphost");

        Assert.Equal(
            new ChangeTarget("Contoso", FakeServer.AllowSessionState, ChangeAction.Clear, null, "MACHINE/WEBROOT/APPHOST"), Assert.Single(service.Scripts).Change.First);
    }

    [Fact]
    public async Task Script_ToAFile_IsWrittenAsAFile()
    {
        var file = Path.GetTempFileName();
        try
        {
            var run = await Tool.RunAsync(FakeServer.Create(), "script", "config", "/section:asp", Off, $"/file:{file}");

            Assert.Equal(new Transcript(0, "", "Mind the gap.\n"), run);
            Assert.Equal("do it in a file\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Script_OfCopiedFiles_IsRefused()
    {
        var run = await Tool.RunAsync(FakeServer.Create(), "script", "config", "/section:asp", Off, "/apphostconfig:x");

        Assert.Equal((87, "Leave /apphostconfig: out.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Script_Refused_GivesTheServicesAnswer()
    {
        var service = FakeServer.Create(new Problem(ProblemCodes.Forbidden, "No", "You may not.", 403));

        Assert.Equal(77, (await Tool.RunAsync(service, "script", "config", "/section:asp", Off)).ExitCode);
    }
}
