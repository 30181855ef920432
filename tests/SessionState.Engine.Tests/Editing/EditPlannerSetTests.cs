using SessionState.Engine.Effective;

namespace SessionState.Engine.Tests.Editing;

public sealed class EditPlannerSetTests
{
    private const string ShopTag =
        """
            <location path="Shop">
                <system.webServer>
                    <asp>
                        <session allowSessionState="false" />
                    </asp>
                </system.webServer>
            </location>
        """;

    [Fact]
    public void Vector98_SectionLocked_LocationTagInApplicationHost()
    {
        var server = TestServer.Shop();

        var plan = server.Set("Shop");

        var file = Assert.Single(plan.Files);
        Assert.Equal((TestServer.ApplicationHost, false), (file.File, file.IsNew));
        Assert.Equal(TestServer.ApplicationHostConfig("Deny", ShopTag + "\n"), file.After);
        Assert.Equal("MACHINE/WEBROOT/APPHOST", plan.Target.CommitPath);
        Assert.Empty(plan.Warnings);
        Assert.Equal("false", server.Apply(plan).Value("Shop/store").Value);
    }

    [Fact]
    public void Set_Effects_AreTheNodesThatInheritInTreeOrder()
    {
        var store = ShopTag.Replace("Shop", "Shop/store", StringComparison.Ordinal).Replace("false", "true", StringComparison.Ordinal);
        var plan = TestServer.Shop("Deny", store).Set("Shop");

        Assert.Equal(
            [("Shop", "true", "false"), ("Shop/docs", "true", "false"), ("Shop/pics", "true", "false")],
            plan.Effects.Select(effect => (effect.Node.Path, effect.Before, effect.After)));
    }

    [Fact]
    public void Set_Server_AffectsEveryNodeThatInherits()
    {
        var server = TestServer.Shop("Deny", ShopTag);

        var plan = server.Set("");

        Assert.Equal(["", "Other"], plan.Effects.Select(effect => effect.Node.Path));
        Assert.EndsWith(
            """
                </location>
                <system.webServer>
                    <asp>
                        <session allowSessionState="false" />
                    </asp>
                </system.webServer>
            </configuration>

            """,
            plan.Files[0].After,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Set_After_IsTheServerAsItWillBe()
    {
        var server = TestServer.Shop();

        var plan = server.Set("Shop/docs");

        var written = server.Apply(plan);
        Assert.Equal(written.Server.NodeCount, plan.After.NodeCount);
        Assert.Equal("true", server.Value("Shop/docs").Value);
        var planned = EffectiveValueReader.Read(plan.After.Find("Shop/docs")!, plan.Edit.Setting);
        Assert.Equal(written.Value("Shop/docs").Origin, planned.Origin);
    }

    [Fact]
    public void Set_Twice_NothingToDo()
    {
        var server = TestServer.Shop();
        server = server.Apply(server.Set("Shop"));

        var again = server.Set("shop", "FALSE");

        Assert.Empty(again.Files);
        Assert.Empty(again.Effects);
        Assert.Same(server.Server, again.After);
    }

    [Fact]
    public void Vector80_ValueEqualToTheInheritedOne_IsWrittenWithoutEffects()
    {
        var server = TestServer.Shop();

        var plan = server.Set("Shop", "true");

        Assert.Contains("<session allowSessionState=\"true\" />", plan.Files[0].After, StringComparison.Ordinal);
        Assert.Empty(plan.Effects);
        Assert.Equal("Shop", server.Apply(plan).Value("Shop").Origin?.LocationPath);
    }

    [Fact]
    public void Vector86_OwnFileSetsIt_OwnFileIsEditedAndApplicationHostOnlyWithAWarning()
    {
        var server = TestServer.Shop("Allow", "", ("/shop/web.config", TestServer.WebConfig("true")));

        var plan = server.Set("Shop");
        var shadowed = server.Set("Shop", "false", "MACHINE/WEBROOT/APPHOST");

        Assert.Equal("/shop/web.config", Assert.Single(plan.Files).File);
        Assert.Equal("false", server.Apply(plan).Value("Shop").Value);
        Assert.Equal(
            ["Shadowed: ASP session state stays true at Shop, because /shop/web.config, line 1 wins."],
            shadowed.Warnings);
        Assert.Equal("true", server.Apply(shadowed).Value("Shop").Value);
        Assert.Empty(shadowed.Effects);
    }

    [Fact]
    public void Vector24_NoWebConfig_OneIsCreated()
    {
        var server = TestServer.Shop("Allow");

        var plan = server.Set("Shop", "false", "machine/webroot/apphost/shop/");

        var file = Assert.Single(plan.Files);
        Assert.Equal(("/shop/web.config", true, ""), (file.File, file.IsNew, file.Before));
        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration>
                <system.webServer>
                    <asp>
                        <session allowSessionState="false" />
                    </asp>
                </system.webServer>
            </configuration>

            """.ReplaceLineEndings("\r\n"),
            file.After);
        Assert.Equal((byte)'<', file.Encode()[0]);
        Assert.Equal("false", server.Apply(plan).Value("Shop/docs").Value);
    }

    [Fact]
    public void Vector87_PrefixedNamespaceElsewhere_IsUntouched()
    {
        const string before =
            """
            <configuration xmlns:asm="urn:schemas-microsoft-com:asm.v1">
              <runtime>
                <asm:assemblyBinding><asm:probing privatePath="bin"/></asm:assemblyBinding>
              </runtime>
              <system.webServer>
                <asp/>
              </system.webServer>
            </configuration>
            """;
        var server = TestServer.Shop("Allow", "", ("/shop/web.config", before));

        var plan = server.Set("Shop", "false", "MACHINE/WEBROOT/APPHOST/Shop");

        Assert.Equal(
            before.Replace("<asp/>", "<asp>\n      <session allowSessionState=\"false\" />\n    </asp>", StringComparison.Ordinal),
            Assert.Single(plan.Files).After);
    }

    [Fact]
    public void Vector88_FileChangedMeanwhile_PlanningAgainKeepsTheOtherChange()
    {
        var server = TestServer.Shop();
        var changed = TestServer.Shop("Deny", ShopTag.Replace("Shop", "Other", StringComparison.Ordinal));

        var stale = server.Set("Shop");
        var fresh = changed.Set("Shop");

        Assert.NotEqual(stale.Files[0].Before, fresh.Files[0].Before);
        Assert.Equal(("false", "false"), (changed.Apply(fresh).Value("Shop").Value, changed.Apply(fresh).Value("Other").Value));
    }

    [Fact]
    public void Vector90_EncryptedValueElsewhere_StaysAsItIs()
    {
        var plan = TestServer.Shop().Set("Shop/pics");

        Assert.Contains("password=\"[enc:AesProvider::enc]\"", plan.Files[0].After, StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Files[0].Changes, change => change.Span.Length > 0);
    }

    [Fact]
    public void Vector93_SharedFolder_WarnsAndShowsEveryNode()
    {
        var config = TestServer.ApplicationHostConfig("Allow", other: "/shop");
        var server = TestServer.Create(config, ("/shop/web.config", TestServer.WebConfig("true")));

        var plan = server.Set("Shop", "false", "MACHINE/WEBROOT/APPHOST/Shop");

        Assert.Equal(["/shop/web.config also serves Other, so the change applies there too."], plan.Warnings);
        Assert.Contains(plan.Effects, effect => effect.Node.Path == "Other");
        Assert.Equal("Other", plan.Effects[0].Node.Path);
    }

    [Theory]
    [InlineData("Shop/docs")]
    [InlineData("Shop/pics")]
    [InlineData("Shop/store/page.asp")]
    public void Set_NoApplication_WarnsThatItLikelyHasNoEffect(string path)
    {
        var root = path.StartsWith("Shop/store", StringComparison.Ordinal) ? "Shop/store" : "Shop";

        Assert.Equal(
            [$"Classic ASP reads this setting at the root of an application, here {root}, so a value for {path} likely has no effect."],
            TestServer.Shop().Set(path).Warnings);
    }

    [Fact]
    public void Set_LocationTagInTheFileAbove_IsRelativeToIt()
    {
        var server = TestServer.Shop("Allow", "", ("/shop/web.config", "<configuration/>"));

        var plan = server.Set("Shop/docs", "false", "MACHINE/WEBROOT/APPHOST/Shop");

        Assert.Contains("<location path=\"docs\">", plan.Files[0].After, StringComparison.Ordinal);
        Assert.Equal(["Shop/docs"], plan.Effects.Select(effect => effect.Node.Path));
    }

    [Fact]
    public void Set_CharacterTheFileLacks_IsAReference()
    {
        var config = TestServer.ApplicationHostConfig()
            .Replace("UTF-8", "iso-8859-1", StringComparison.Ordinal)
            .Replace("\"Shop\"", "\"&#x6771;\"", StringComparison.Ordinal);
        var server = TestServer.Create(config);

        var plan = server.Set("東");

        Assert.Contains("<location path=\"&#x6771;\">", plan.Files[0].After, StringComparison.Ordinal);
        Assert.Equal("false", server.Apply(plan).Value("東").Value);
    }
}
