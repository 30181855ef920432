namespace SessionState.Engine.Tests.Editing;

public sealed class EditPlannerClearTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Shop")]
    [InlineData("Shop/store")]
    [InlineData("Shop/docs/page.asp")]
    public void Clear_AfterSet_GivesTheOriginalBytes(string path)
    {
        var server = TestServer.Shop();
        var edited = server.Apply(server.Set(path));

        var cleared = edited.Apply(edited.Clear(path));

        Assert.Equal("false", edited.Value(path).Value);
        Assert.Equal(server.Text(TestServer.ApplicationHost), cleared.Text(TestServer.ApplicationHost));
    }

    [Fact]
    public void Vector81_Clear_EffectsAreTheInverse()
    {
        var server = TestServer.Shop();
        var set = server.Set("Shop/docs/page.asp");

        var clear = server.Apply(set).Clear("Shop/docs/page.asp");

        var (effect, inverse) = (Assert.Single(set.Effects), Assert.Single(clear.Effects));
        Assert.Equal(("Shop/docs/page.asp", "true", "false"), (effect.Node.Path, effect.Before, effect.After));
        Assert.Equal(("Shop/docs/page.asp", "false", "true"), (inverse.Node.Path, inverse.Before, inverse.After));
        Assert.Empty(clear.Warnings);
    }

    [Fact]
    public void Clear_NothingSetHere_NothingToDo()
    {
        var server = TestServer.Shop("Allow", "", ("/shop/web.config", TestServer.WebConfig("false")));

        Assert.Empty(server.Clear("Shop/store").Files);
        Assert.Empty(server.Clear("Shop", "MACHINE/WEBROOT/APPHOST").Files);
        Assert.Empty(server.Clear("Other", "MACHINE/WEBROOT/APPHOST/Other").Files);
    }

    [Fact]
    public void Clear_SetInTwoFiles_TheWinnerGoesFirstAndTheOtherIsNamed()
    {
        var server = TestServer.Shop("Allow", "", ("/shop/web.config", TestServer.WebConfig("true")));
        server = server.Apply(server.Set("Shop", "false", "MACHINE/WEBROOT/APPHOST"));

        var plan = server.Clear("Shop");

        Assert.Equal("<configuration></configuration>", Assert.Single(plan.Files).After);
        Assert.Equal(
            ["ASP session state stays false at Shop, because /config/applicationHost.config, line 35 (location tag Shop) sets it too."],
            plan.Warnings);
        Assert.Empty(server.Apply(plan).Apply(server.Apply(plan).Clear("Shop")).Clear("Shop").Files);
    }

    [Fact]
    public void Clear_ValueInALockedSection_IsTheRepair()
    {
        var server = TestServer.Shop("Deny", "", ("/shop/web.config", TestServer.WebConfig("false")));
        Assert.True(server.Value("Shop").IsError);

        var plan = server.Clear("Shop");

        Assert.Equal("/shop/web.config", Assert.Single(plan.Files).File);
        Assert.Equal("true", server.Apply(plan).Value("Shop").Value);
        Assert.Contains(plan.Effects, effect => effect is { Node.Path: "Shop", Before: null, After: "true" });
    }
}
