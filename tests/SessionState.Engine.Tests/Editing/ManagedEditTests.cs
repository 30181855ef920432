using SessionState.Engine.Editing;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.Editing;

/// <summary>Edits of ASP.NET's settings: the web.config of the application or folder, never applicationHost.config.</summary>
public sealed class ManagedEditTests
{
    private static readonly Setting SessionMode = SessionStateSettings.Mode;
    private static readonly Setting Pages = PageSettings.EnableSessionState;

    [Fact]
    public void Set_Mode_GoesToTheNewWebConfigOfTheApplication()
    {
        var plan = TestServer.Shop().Set("Shop/store", SessionMode, "Off");

        Assert.Equal(("MACHINE/WEBROOT/APPHOST/Shop/store", "/shop/store/web.config"), (plan.Target.CommitPath, plan.Target.File));
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<configuration>\r\n    <system.web>\r\n        <sessionState mode=\"Off\" />\r\n"
            + "    </system.web>\r\n</configuration>\r\n",
            Assert.Single(plan.Files).After);
        var effect = Assert.Single(plan.Effects);
        Assert.Equal(("Shop/store", "InProc", "Off"), (effect.Node.Path, effect.Before, effect.After));
        Assert.Contains(plan.Warnings, warning => warning.Contains("pages that use the Session object fail", StringComparison.Ordinal));
        Assert.Contains(plan.Warnings, warning => warning.Contains("restarts an application", StringComparison.Ordinal));
    }

    [Fact]
    public void Set_ModeBesideOtherAttributes_ChangesJustTheValue()
    {
        var server = TestServer.Shop(files: ("/shop/web.config", WebConfig("<sessionState timeout='30' mode='InProc'><providers><clear/></providers></sessionState>")));

        Assert.Equal(
            WebConfig("<sessionState timeout='30' mode='StateServer'><providers><clear/></providers></sessionState>"),
            Assert.Single(server.Set("Shop", SessionMode, "StateServer").Files).After);
    }

    [Fact]
    public void Set_AttributeOnASectionWithoutIt_InsertsIt()
    {
        var server = TestServer.Shop(files: ("/shop/web.config", WebConfig("<pages theme=\"blue\"><namespaces /></pages>")));

        Assert.Equal(
            WebConfig("<pages theme=\"blue\" enableSessionState=\"ReadOnly\"><namespaces /></pages>"),
            Assert.Single(server.Set("Shop", Pages, "ReadOnly").Files).After);
    }

    [Fact]
    public void Clear_Mode_TakesOutTheSectionThatItLeavesEmpty()
    {
        var server = TestServer.Shop(files: ("/shop/web.config", WebConfig("<sessionState mode=\"Off\" />")));

        var plan = server.Set("Shop", SessionMode, null);

        Assert.DoesNotContain("system.web", Assert.Single(plan.Files).After, StringComparison.Ordinal);
        Assert.Equal(["Shop", "Shop/docs", "Shop/pics", "Shop/store"], plan.Effects.Select(effect => effect.Node.Path));
    }

    [Fact]
    public void Vector99_ModeAtApplicationHost_IsRefusedWithTheReason()
    {
        var refusal = TestServer.Shop().Try("Shop", SessionMode, "Off", "MACHINE/WEBROOT/APPHOST").Refusal!;

        Assert.Equal(RefusalKind.NotHere, refusal.Kind);
        Assert.StartsWith("ASP.NET does not read applicationHost.config", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Write it for 'Shop' to its web.config (commit path MACHINE/WEBROOT/APPHOST/Shop).", refusal.Remedy);
    }

    [Fact]
    public void Set_ModeForAFolder_IsRefusedAndNamesTheApplication()
    {
        var refusal = TestServer.Shop().Try("Shop/docs", SessionMode, "Off").Refusal!;

        Assert.Contains("for an application as a whole only", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Write it for 'Shop'", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_PagesForAFolder_GoesToItsWebConfig() =>
        Assert.Equal("/shop/docs/web.config", TestServer.Shop().Set("Shop/docs", Pages, "false").Target.File);

    [Fact]
    public void Set_ModeForAnApplicationAtItsSite_WritesALocationTag()
    {
        var server = TestServer.Shop(files: ("/shop/web.config", WebConfig("")));

        var plan = server.Set("Shop/store", SessionMode, "Off", "MACHINE/WEBROOT/APPHOST/Shop");

        Assert.Contains("<location path=\"store\">", Assert.Single(plan.Files).After, StringComparison.Ordinal);
        Assert.Equal("Shop/store", Assert.Single(plan.Effects).Node.Path);
    }

    [Fact]
    public void Set_ModeInTheRootWebConfig_IsTheAdministratorsAlternative()
    {
        var server = TestServer.Shop(files: (TestServer.RootWebConfig, "<configuration>\n</configuration>"));

        var forAll = server.Set("", SessionMode, "Off");
        var forOne = server.Set("Shop/store", SessionMode, "Off", "MACHINE/WEBROOT");

        Assert.Equal(("MACHINE/WEBROOT", TestServer.RootWebConfig), (forAll.Target.CommitPath, forAll.Target.File));
        Assert.Contains(forAll.Effects, effect => effect.Node.Path == "Other");
        Assert.Contains("<location path=\"Shop/store\">", Assert.Single(forOne.Files).After, StringComparison.Ordinal);
        Assert.Equal("Shop/store", Assert.Single(forOne.Effects).Node.Path);
        Assert.Equal("/shop/store/web.config", server.Set("Shop/store", SessionMode, "Off").Target.File);
    }

    [Fact]
    public void Set_ForTheServerWithoutRootWebConfig_IsRefused() =>
        Assert.Contains("does not read applicationHost.config", TestServer.Shop().Try("", SessionMode, "Off").Refusal!.Message, StringComparison.Ordinal);

    [Fact]
    public void Vector62_TimeoutThatAspNetWouldReject_IsRefused()
    {
        var refusal = TestServer.Shop().Try("Shop", SessionStateSettings.Timeout, "525601").Refusal!;

        Assert.Contains("at most 525600 minutes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("2")]
    [InlineData("")]
    public void Set_ModeInAnotherSpelling_IsRefused(string value) =>
        Assert.Equal(RefusalKind.Invalid, TestServer.Shop().Try("Shop", SessionMode, value).Refusal!.Kind);

    [Fact]
    public void Set_OfWhatIsNotEditable_IsRefusedWithoutTheValue()
    {
        foreach (var setting in Settings.All.Where(setting => !setting.IsEditable))
        {
            var refusal = TestServer.Shop().Try("Shop", setting, "password=hunter2").Refusal!;

            Assert.Equal(RefusalKind.Invalid, refusal.Kind);
            Assert.DoesNotContain("hunter2", refusal.Message, StringComparison.Ordinal);
        }

        Assert.All(Settings.All.Where(setting => setting.IsSecret), setting => Assert.False(setting.IsEditable));
    }

    [Theory]
    [InlineData("<sessionState configSource=\"s.config\" />", "another file")]
    [InlineData("<sessionState configProtectionProvider=\"P\"><EncryptedData /></sessionState>", "encrypted")]
    public void Vector67_SectionThatStandsElsewhereOrIsEncrypted_IsNotEdited(string section, string why)
    {
        var server = TestServer.Shop(files: ("/shop/web.config", WebConfig(section)));

        Assert.Contains(why, server.Try("Shop", SessionMode, "Off").Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vector86_ApplicationBelowThatSetsItItself_KeepsItsValue()
    {
        var server = TestServer.Shop(files:
            [("/shop/web.config", WebConfig("")), ("/shop/store/web.config", WebConfig("<sessionState mode=\"InProc\" />"))]);

        Assert.DoesNotContain(server.Set("Shop", SessionMode, "Off").Effects, effect => effect.Node.Path == "Shop/store");
        Assert.Contains(
            server.Set("Shop/store", SessionMode, "Off", "MACHINE/WEBROOT/APPHOST/Shop").Warnings,
            warning => warning.StartsWith("Shadowed", StringComparison.Ordinal));
    }

    private static string WebConfig(string section) =>
        $"<configuration>\n    <system.web>\n        {section}\n    </system.web>\n</configuration>\n";
}
