using SessionState.AppCmd.Tests.Support;
using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Changing;

public sealed class SetConfigTests
{
    private const string Off = "/session.allowSessionState:False";

    [Fact]
    public async Task Set_AtTheServer_GoesThroughTheServiceAsThisUser()
    {
        var service = FakeServer.Create();

        var run = await Tool.RunAsync(service, "set", "config", "/section:asp", Off, "/reason:costs memory", "/ticket:4711");

        Assert.Equal(Applied("MACHINE/WEBROOT/APPHOST", "MACHINE/WEBROOT/APPHOST"), run);
        var (user, applied) = Assert.Single(service.Changes);
        Assert.Equal(new ActingUser("os", "1000", "ada"), user);
        Assert.Equal(("costs memory", "4711", "digest"), (applied.Reason, applied.Ticket, applied.PlanDigest));
        Assert.Equal(
            new ChangeTarget("", FakeServer.AllowSessionState, ChangeAction.Set, "false", "MACHINE/WEBROOT/APPHOST"), Assert.Single(applied.Change.Targets));
        Assert.Equal(FakeConfigurationService.Revision, applied.Change.Revision);
        Assert.Equal(new ServiceAddress(ServiceTransport.UnixSocket, Tool.DefaultSocket), service.Address);
    }

    [Fact]
    public async Task Set_SeveralProperties_AreOneChange()
    {
        var service = FakeServer.Create();

        var run = await Tool.RunAsync(service, "set", "config", "/section:asp", Off, "/session.timeout:00:10:00", "/session.max:5");

        Assert.Equal(Applied("MACHINE/WEBROOT/APPHOST", "MACHINE/WEBROOT/APPHOST"), run);
        var (_, applied) = Assert.Single(service.Changes);
        Assert.Equal(["false", "00:10:00", "5"], applied.Change.Targets.Select(target => target.Value));
    }

    [Fact]
    public async Task Vector98_DottedFormWithCommitApphost_IsApplied()
    {
        var service = FakeServer.Create();

        var run = await Tool.RunAsync(service, "SET", "Config", "contoso/SHOP/", "-SECTION:system.webServer/asp", Off, "-Commit:AppHost");

        Assert.Equal(Applied("MACHINE/WEBROOT/APPHOST/Contoso/shop", "MACHINE/WEBROOT/APPHOST"), run);
        var (_, applied) = Assert.Single(service.Changes);
        Assert.Equal(("Contoso/shop", "MACHINE/WEBROOT/APPHOST"), (applied.Change.First.Path, applied.Change.First.CommitPath));
        Assert.Equal("No reason given (appcmd).", applied.Reason);
        Assert.Null(applied.Ticket);
    }

    [Fact]
    public async Task Vector97_WithoutCommit_AsksForTheNodeItselfAndMeetsTheLock()
    {
        var service = FakeServer.Create(new Problem(ProblemCodes.Locked, "Locked", "asp is locked by applicationHost.config, line 12.", 409)
        {
            Remedy = "Write it in applicationHost.config instead.",
        });

        var run = await Tool.RunAsync(service, "set", "config", "Contoso/", "/section:asp", Off);

        Assert.Equal(
            new Transcript(
                33,
                "ERROR ( hresult:80070021, message:Failed to commit configuration changes. This configuration section cannot be used at "
                + "this path. This happens when the section is locked at a parent level. Locking is either by default "
                + "(overrideModeDefault=\"Deny\"), or set explicitly by a location tag with overrideMode=\"Deny\" or the legacy "
                + "allowOverride=\"false\". )\r\n",
                "asp is locked by applicationHost.config, line 12.\n"
                + "Write it in applicationHost.config instead.\n"
                + "This works: appcmd set config Contoso/ /section:asp /session.allowSessionState:False /commit:apphost\n"),
            run);
        Assert.Equal("MACHINE/WEBROOT/APPHOST/Contoso", Assert.Single(service.Previews).Change.First.CommitPath);
        Assert.Empty(service.Changes);
    }

    [Fact]
    public async Task Vector99_SessionStateWithCommitApphost_IsRefusedWithTheReason()
    {
        var service = FakeServer.Create();

        var run = await Tool.RunAsync(
            service, "set", "config", "Shop", "-section:system.web/sessionState", "/mode:Off", "/commit:apphost");

        Assert.Equal(
            new Transcript(
                87,
                "ERROR ( message:ASP.NET never reads applicationHost.config, "
                + "so /commit:apphost would have no effect on \"system.web/sessionState\". )\r\n",
                "Leave /commit out: the value then goes to the web.config of the application.\n"),
            run);
        Assert.Null(service.Address);
    }

    [Theory]
    [InlineData("site", "MACHINE/WEBROOT/APPHOST/Contoso")]
    [InlineData("app", "MACHINE/WEBROOT/APPHOST/Contoso/shop")]
    [InlineData("parent", "MACHINE/WEBROOT/APPHOST/Contoso")]
    [InlineData("url", "MACHINE/WEBROOT/APPHOST/Contoso/shop")]
    [InlineData("webroot", "MACHINE/WEBROOT")]
    [InlineData("machine", "MACHINE")]
    [InlineData("MACHINE/WEBROOT/APPHOST/Contoso", "MACHINE/WEBROOT/APPHOST/Contoso")]
    [InlineData("machine/webroot/apphost", "MACHINE/WEBROOT/APPHOST")]
    [InlineData("Contoso/", "MACHINE/WEBROOT/APPHOST/Contoso")]
    public async Task Commit_InEachForm_IsAConfigurationPath(string commit, string expected)
    {
        var service = FakeServer.Create();

        var run = await Tool.RunAsync(service, "set", "config", "http://www.contoso.com/shop", "/section:asp", Off, $"/commit:{commit}");

        Assert.Equal(Applied("MACHINE/WEBROOT/APPHOST/Contoso/shop", expected), run);
        Assert.Equal(expected, Assert.Single(service.Previews).Change.First.CommitPath);
    }

    [Fact]
    public async Task Set_ThatChangesNothing_SaysSoAndWritesNothing()
    {
        var service = FakeServer.Create(nothingToDo: true);

        var run = await Tool.RunAsync(service, "set", "config", "/section:asp", Off);

        Assert.Equal(
            Applied("MACHINE/WEBROOT/APPHOST", "MACHINE/WEBROOT/APPHOST") with
            {
                Error = "The files already say so: nothing was written.\n",
            },
            run);
        Assert.Empty(service.Changes);
    }

    [Fact]
    public async Task Set_WithWarnings_PrintsThemAfterTheSuccess()
    {
        var service = FakeServer.Create(warnings: ["Sessions end.", "A web.config below says otherwise."]);

        var run = await Tool.RunAsync(service, "set", "config", "/section:asp", Off);

        Assert.Equal(
            Applied("MACHINE/WEBROOT/APPHOST", "MACHINE/WEBROOT/APPHOST") with
            {
                Error = "Sessions end.\nA web.config below says otherwise.\n",
            },
            run);
    }

    private static Transcript Applied(string path, string commitPath) => new(
        0,
        "Applied configuration changes to section \"system.webServer/asp\" "
        + $"for \"{path}\" at configuration commit path \"{commitPath}\"\r\n",
        "");
}
