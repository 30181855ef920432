using SessionState.Engine.Editing;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.Editing;

public sealed class EditPlannerRefusalTests
{
    [Fact]
    public void UnknownSite_IsRefused()
    {
        Assert.Equal(
            new EditRefusal(
                RefusalKind.UnknownNode, "There is no site for 'Nowhere/app' on this server.", null, null, "Check the name of the site."),
            TestServer.Shop().Refuse("Nowhere/app"));
    }

    [Fact]
    public void UnknownSetting_IsRefused()
    {
        var server = TestServer.Shop();
        var other = Settings.AllowSessionState with { Attribute = "allowSession" };

        var result = EditPlanner.Plan(server.Server, new("Shop", other, EditAction.Set, "false", null), _ => null);

        Assert.Equal(RefusalKind.UnknownSetting, result.Refusal?.Kind);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("")]
    public void ValueThatIsNone_IsRefusedInPlainWords(string value)
    {
        var refusal = TestServer.Shop().Refuse("Shop", value);

        Assert.Equal(
            (RefusalKind.Invalid, $"'{value}' is no value for ASP session state: Value must be true or false."),
            (refusal.Kind, refusal.Message));
    }

    [Theory]
    [InlineData("MACHINE/WEBROOT/APPHOST/Shop")]
    [InlineData("machine/webroot/apphost/shop/")]
    public void Vector31And97_LockedSectionInTheOwnFile_NamesTheLockAndTheWayOut(string commitPath)
    {
        var refusal = TestServer.Shop().Refuse("Shop", "false", commitPath);

        Assert.Equal((RefusalKind.Locked, TestServer.ApplicationHost, 9), (refusal.Kind, refusal.File, refusal.Line));
        Assert.Equal("Write it to applicationHost.config (commit path MACHINE/WEBROOT/APPHOST), which may always set it.", refusal.Remedy);
    }

    [Fact]
    public void CommitPathThatCannotSpeakForTheNode_IsRefused()
    {
        var refusal = TestServer.Shop("Allow").Refuse("Shop", "false", "MACHINE/WEBROOT/APPHOST/Other");

        Assert.Equal(RefusalKind.NotHere, refusal.Kind);
        Assert.Equal("Use MACHINE/WEBROOT/APPHOST or MACHINE/WEBROOT/APPHOST/Shop.", refusal.Remedy);
    }

    [Fact]
    public void MalformedApplicationHost_IsRefusedWithItsPlace()
    {
        var refusal = TestServer.Create("<configuration>\n<a>\n</configuration>").Refuse("Shop");

        Assert.Equal((RefusalKind.Unreadable, TestServer.ApplicationHost, 3), (refusal.Kind, refusal.File, refusal.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<configuration>")]
    public void MalformedWebConfig_IsNeverOverwritten(string text)
    {
        var server = TestServer.Shop("Allow", "", ("/shop/web.config", text));

        Assert.Equal(RefusalKind.Unreadable, server.Refuse("Shop", "false", "MACHINE/WEBROOT/APPHOST/Shop").Kind);
    }

    [Fact]
    public void X19_EditThatMakesTheFileTooLarge_IsRefused()
    {
        var start = "<configuration><!--";
        var text = start + new string('x', 255_990 - start.Length - "--></configuration>".Length) + "--></configuration>";
        var server = TestServer.Shop("Allow", "", ("/shop/web.config", text));

        var refusal = server.Refuse("Shop", "false", "MACHINE/WEBROOT/APPHOST/Shop");

        Assert.Equal((RefusalKind.TooLarge, "/shop/web.config"), (refusal.Kind, refusal.File));
        Assert.StartsWith("The edited file would not be valid: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X18_ElementLockedAbove_IsRefusedNamingTheLock()
    {
        var server = TestServer.Shop("Allow", "    <system.webServer>\n        <asp lockElements=\"session\" />\n    </system.webServer>");

        var refusal = server.Refuse("Shop", "false", "MACHINE/WEBROOT/APPHOST/Shop");

        Assert.Equal((RefusalKind.Locked, TestServer.ApplicationHost, 33), (refusal.Kind, refusal.File, refusal.Line));
        Assert.Equal(
            "Lock violation: 'allowSessionState' may not be set in /shop/web.config, because <asp> in /config/applicationHost.config, line 33, "
            + "says lockElements=\"session\".",
            refusal.Message);
        Assert.Equal("Write it to applicationHost.config (commit path MACHINE/WEBROOT/APPHOST), which may always set it.", refusal.Remedy);
    }

    [Theory]
    [InlineData("<asp lockItem=\"true\" />", "<asp>", "lockItem=\"true\"")]
    [InlineData("<asp lockElements=\"*\" />", "<asp>", "lockElements=\"*\"")]
    [InlineData("<asp lockAllElementsExcept=\"limits, cache\" />", "<asp>", "lockAllElementsExcept=\"limits,cache\"")]
    [InlineData("<asp><session lockAttributes=\"max,allowSessionState\" /></asp>", "<session>", "lockAttributes=\"max,allowSessionState\"")]
    [InlineData("<asp><session lockAttributes=\"*\" /></asp>", "<session>", "lockAttributes=\"*\"")]
    [InlineData("<asp><session lockAllAttributesExcept=\"timeout\" /></asp>", "<session>", "lockAllAttributesExcept=\"timeout\"")]
    [InlineData("<asp><session lockItem=\"true\" /></asp>", "<session>", "lockItem=\"true\"")]
    public void X18_AnyGranularLockAbove_IsRefusedNamingItsElementAndText(string section, string element, string text)
    {
        var server = TestServer.Shop("Allow", $"    <system.webServer>{section}</system.webServer>");

        var refusal = server.Refuse("Shop/store", "false", "MACHINE/WEBROOT/APPHOST/Shop/store");

        Assert.Equal((RefusalKind.Locked, TestServer.ApplicationHost, 32), (refusal.Kind, refusal.File, refusal.Line));
        Assert.Contains($"because {element} in", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"says {text}.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("MACHINE/WEBROOT/APPHOST", server.Set("Shop/store").Target.CommitPath);
    }

    [Theory]
    [InlineData("<asp lockAttributes=\"*\" lockElements=\"limits,cache\" />")]
    [InlineData("<asp lockAllElementsExcept=\"session\" />")]
    [InlineData("<asp><session lockAttributes=\"max\" /></asp>")]
    [InlineData("<asp><session lockAllAttributesExcept=\"allowSessionState\" /><limits lockItem=\"true\" /></asp>")]
    public void GranularLockOfSomethingElse_LeavesTheSettingOpen(string section)
    {
        var server = TestServer.Shop("Allow", $"    <system.webServer>{section}</system.webServer>");

        Assert.Equal("false", server.Apply(server.Set("Shop", "false", "MACHINE/WEBROOT/APPHOST/Shop")).Value("Shop").Value);
    }

    [Fact]
    public void SharedFolderLockedForTheOtherSite_IsRefusedBecauseItWouldBreakIt()
    {
        var open = "    <location path=\"Shop\" overrideMode=\"Allow\"><system.webServer><asp /></system.webServer></location>";
        var server = TestServer.Create(TestServer.ApplicationHostConfig("Deny", open, other: "/shop"));

        var refusal = server.Refuse("Shop", "false", "MACHINE/WEBROOT/APPHOST/Shop");

        Assert.Equal(RefusalKind.Locked, refusal.Kind);
        Assert.StartsWith("The change would break Other: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SectionThatNobodyRegisters_IsRefused()
    {
        var config = TestServer.ApplicationHostConfig().Replace("name=\"asp\"", "name=\"cgi\"", StringComparison.Ordinal);

        var refusal = TestServer.Create(config).Refuse("Shop");

        Assert.Equal((RefusalKind.NotHere, TestServer.ApplicationHost), (refusal.Kind, refusal.File));
        Assert.Equal(
            $"{TestServer.ApplicationHost} does not register the section system.webServer/asp, so IIS would not know it.", refusal.Message);
    }

    [Theory]
    [InlineData("MACHINE/WEBROOT/APPHOST")]
    [InlineData("MACHINE/WEBROOT/APPHOST/Shop")]
    public void FileThatIsGone_IsNotMadeAnew(string commitPath)
    {
        var server = TestServer.Shop("Allow", "", ("/shop/web.config", "<configuration/>")).Server;

        var result = EditPlanner.Plan(server, new("Shop", Settings.AllowSessionState, EditAction.Set, "false", commitPath), _ => null);

        Assert.Equal((RefusalKind.Unreadable, "Read the configuration again."), (result.Refusal?.Kind, result.Refusal?.Remedy));
    }
}
