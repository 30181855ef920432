using SessionState.AppCmd.Tests.Support;
using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Changing;

public sealed class LockConfigTests
{
    private const string Section = "system.webServer/asp";

    [Theory]
    [InlineData("unlock", ChangeAction.Unlock, "Unlocked")]
    [InlineData("lock", ChangeAction.Lock, "Locked")]
    public async Task Command_AtTheServer_PrintsTheRecordedText(string verb, ChangeAction action, string done)
    {
        var service = FakeServer.Create();

        var run = await Tool.RunAsync(service, verb, "config", "/section:asp", "/reason:asked by the owner");

        Assert.Equal(
            new Transcript(0, $"{done} section \"system.webServer/asp\" at configuration path \"MACHINE/WEBROOT/APPHOST\".\r\n", ""), run);
        var (_, applied) = Assert.Single(service.Changes);
        Assert.Equal(new ChangeTarget("", Section, action, null, null), Assert.Single(applied.Change.Targets));
        Assert.Equal("asked by the owner", applied.Reason);
    }

    [Theory]
    [InlineData("/breakglass:true", true)]
    [InlineData("/breakglass:false", false)]
    public async Task Lock_InAnEmergency_SaysSo(string parameter, bool breaks)
    {
        var service = FakeServer.Create();

        await Tool.RunAsync(service, "lock", "config", "/section:asp", "/reason:the shop is down", parameter);

        Assert.Equal(breaks, Assert.Single(service.Changes).Change.BreakGlass);
    }

    [Fact]
    public async Task Unlock_AtASite_NamesItsPath()
    {
        var service = FakeServer.Create();

        var run = await Tool.RunAsync(service, "UNLOCK", "Config", "contoso/", "-section:system.webServer/asp");

        Assert.Equal("Unlocked section \"system.webServer/asp\" at configuration path \"MACHINE/WEBROOT/APPHOST/Contoso\".\r\n", run.Output);
    }

    [Fact]
    public async Task Lock_WithACommitPath_AsksForThatFile()
    {
        var service = FakeServer.Create();

        await Tool.RunAsync(service, "lock", "config", "Contoso/shop", "/section:asp", "/commit:site");

        Assert.Equal("MACHINE/WEBROOT/APPHOST/Contoso", Assert.Single(service.Changes).Change.Change.First.CommitPath);
    }

    [Fact]
    public async Task Unlock_Refused_SaysWhoLocksAndWhereToUnlock()
    {
        var service = FakeServer.Create(new Problem(ProblemCodes.Locked, "Locked", "asp is locked by applicationHost.config, line 12.", 409)
        {
            Remedy = "Unlock it in applicationHost.config (commit path MACHINE/WEBROOT/APPHOST).",
        });

        var run = await Tool.RunAsync(service, "unlock", "config", "Contoso/", "/section:asp", "/commit:url");

        Assert.Equal(33, run.ExitCode);
        Assert.Equal(
            "asp is locked by applicationHost.config, line 12.\nUnlock it in applicationHost.config (commit path MACHINE/WEBROOT/APPHOST).\n",
            run.Error);
    }

    [Theory]
    [InlineData(87, "Must specify the section with /section:name.", "lock", "config")]
    [InlineData(87, "Unknown config section \"nothing\"", "lock", "config", "/section:nothing")]
    [InlineData(87, "Files named with /apphostconfig: are only read.", "unlock", "config", "/section:asp", "/apphostconfig:x")]
    [InlineData(87, "Unknown attribute", "unlock", "config", "/section:asp", "/session.timeout:1")]
    public async Task Command_ThatMakesNoSense_ChangesNothing(int exitCode, string message, params string[] arguments)
    {
        var service = FakeServer.Create();

        var run = await Tool.RunAsync(service, arguments);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.Empty(service.Changes);
    }
}
