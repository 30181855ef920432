using SessionState.AppCmd.Tests.Support;
using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Changing;

public sealed class ClearConfigTests
{
    private const string AppHost = "MACHINE/WEBROOT/APPHOST";
    private const string Text =
        "Applied configuration changes to section \"system.webServer/asp\" for \"MACHINE/WEBROOT/APPHOST/Contoso/shop\" "
        + "at configuration commit path \"MACHINE/WEBROOT/APPHOST\"\r\n";

    [Fact]
    public async Task Clear_Section_TakesOutWhatStandsThere()
    {
        var service = Create(Value(FakeServer.AllowSessionState, "false"), Value("system.webServer/asp/session@max", null));

        var run = await Tool.RunAsync(service, "clear", "config", "Contoso/shop", "/section:asp", "/commit:apphost");

        Assert.Equal(new Transcript(0, Text, ""), run);
        Assert.Equal(
            [new ChangeTarget("Contoso/shop", FakeServer.AllowSessionState, ChangeAction.Clear, null, AppHost)], Assert.Single(service.Changes).Change.Change.Targets);
    }

    [Fact]
    public async Task Clear_NothingThere_SaysSoAndWritesNothing()
    {
        var service = Create(Value(FakeServer.AllowSessionState, null));

        var run = await Tool.RunAsync(service, "clear", "config", "Contoso/shop", "/section:asp", "/commit:apphost");

        Assert.Equal(new Transcript(0, Text, "The files already say so: nothing was written.\n"), run);
        Assert.Empty(service.Previews);
    }

    [Fact]
    public async Task Clear_SectionHoldsWhatIsNotChangedHere_IsRefused()
    {
        var service = Create(Value(FakeServer.AllowSessionState, "false"), Value("system.webServer/asp@type", "x") with { Editable = false });

        var run = await Tool.RunAsync(service, "clear", "config", "Contoso/shop", "/section:asp", "/commit:apphost");

        Assert.Equal((50, "ERROR ( message:The section \"system.webServer/asp\" also holds \"type\" there, which is not changed here. )\r\n"), (run.ExitCode, run.Output));
        Assert.Empty(service.Changes);
    }

    [Fact]
    public async Task Clear_Properties_TakesOutJustThose()
    {
        var service = FakeServer.Create();

        await Tool.RunAsync(service, "clear", "config", "Contoso/shop", "/section:asp", "/session.allowSessionState", "/session.max", "/commit:apphost");

        Assert.Equal(
            [FakeServer.AllowSessionState, "system.webServer/asp/session@max"],
            Assert.Single(service.Changes).Change.Change.Targets.Select(target => target.Setting));
    }

    [Theory]
    [InlineData("ERROR ( message:Must specify the section with /section:name. )\r\n")]
    [InlineData("ERROR ( message:Unknown attribute \"session.x\".  Replace with -? for help. )\r\n", "/section:asp", "/session.x")]
    [InlineData("ERROR ( message:clear config takes no value for \"session.max\": it takes out whatever stands there. )\r\n", "/section:asp", "/session.max:5")]
    public async Task Clear_WrongCommandLine_IsRefused(string expected, params string[] arguments)
    {
        var run = await Tool.RunAsync(FakeServer.Create(), ["clear", "config", .. arguments]);

        Assert.Equal((87, expected), (run.ExitCode, run.Output));
    }

    private static SettingValue Value(string setting, string? raw) => new(
        setting, setting, SettingType.Boolean, raw ?? "true", "true", ValueSource.SetHere, null,
        [new("Location tag Contoso/shop", "Contoso/shop", FakeServer.File, 412, "contoso/SHOP", raw, LadderRole.Winner, null, false)],
        new(false, null, null, null),
        [new(AppHost, FakeServer.File, "Contoso/shop", "applicationHost.config, location tag for Contoso/shop", true, null)])
    {
        Section = "system.webServer/asp",
    };

    private static FakeConfigurationService Create(params SettingValue[] settings) => new FakeConfigurationService().With(
        new("Contoso/shop", "shop", NodeKind.Application, 2, 0, null, true, ValueSource.SetHere, null, true, 0, true, null),
        new("Contoso/shop", "shop", NodeKind.Application, FakeConfigurationService.Revision, null, "Contoso/shop", null, null, false, [], settings, []));
}
