using System.Xml.Linq;
using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Joint;
using SessionState.Engine.Effective;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.Editing.Joint;

public sealed class JointPlannerTests
{
    private static readonly Setting Timeout = Settings.Find("system.webServer/asp/session@timeout")!;
    private static readonly Setting Mode = Settings.Find("system.web/sessionState@mode")!;
    private static readonly Setting Pages = Settings.Find("system.web/pages@enableSessionState")!;

    [Fact]
    public void Plan_NodesInOneFile_WritesItOnceAndAllGetTheirValue()
    {
        var server = TestServer.Shop();

        var plan = Planned(server.TryJoin(Steps.Set("Shop", "false"), Steps.Set("Shop/store", "false"), Steps.Set("Other", "false")));

        Assert.Equal(TestServer.ApplicationHost, Assert.Single(plan.Files).File);
        var after = server.Apply(plan.Files);
        Assert.All(["Shop", "Shop/store", "Other"], path => Assert.Equal("false", after.Value(path).Value));
        Assert.Equal("true", after.Value("").Value);
        Assert.Equal(["Shop", "Shop/store", "Other"], plan.Plans.Select(each => each.Target.LocationPath));
    }

    [Fact]
    public void Plan_TwoSettingsOfOneNode_ShareOneLocationTag()
    {
        var server = TestServer.Shop();

        var plan = Planned(server.TryJoin(Steps.Set("Shop", "false"), Steps.Set("Shop", "00:05:00", Timeout)));

        var session = Assert.Single(XDocument.Parse(plan.Files[0].After).Descendants("session"));
        Assert.Equal(("false", "00:05:00"), ((string?)session.Attribute("allowSessionState"), (string?)session.Attribute("timeout")));
    }

    [Fact]
    public void Plan_TwoSettingsOfOneNewFile_CreatesItOnce()
    {
        var server = TestServer.Shop();

        var plan = Planned(server.TryJoin(Steps.Set("Other", "Off", Mode), Steps.Set("Other", "false", Pages)));

        var edit = Assert.Single(plan.Files);
        Assert.True(edit is { IsNew: true, File: "/other/web.config", Before: "" });
        var web = Assert.Single(XDocument.Parse(edit.After).Descendants("system.web"));
        Assert.Equal(["sessionState", "pages"], web.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Plan_SeveralFiles_WritesEach()
    {
        var server = TestServer.Shop();

        var plan = Planned(server.TryJoin(Steps.Set("Shop", "false"), Steps.Set("Shop", "Off", Mode)));

        Assert.Equal([TestServer.ApplicationHost, "/shop/web.config"], plan.Files.Select(edit => edit.File).Order());
    }

    [Fact]
    public void Plan_UnlockThenSetBelow_IsPossibleInThatOrderOnly()
    {
        var server = TestServer.Shop();
        var unlock = Steps.Lock("Shop", OverrideMode.Allow);
        var set = Steps.Set("Shop", "false", Settings.AllowSessionState, "MACHINE/WEBROOT/APPHOST/Shop");

        var plan = Planned(server.TryJoin(unlock, set));
        var refused = server.TryJoin(set, unlock);

        Assert.Equal("false", server.Apply(plan.Files).Value("Shop").Value);
        Assert.Equal("/shop/web.config", server.Apply(plan.Files).Value("Shop").Origin!.File);
        Assert.Equal((RefusalKind.Locked, 0), (refused.Refusal!.Kind, refused.RefusedStep));
    }

    [Fact]
    public void Plan_OneIsRefused_NothingIsPlannedAndItIsNamed()
    {
        var result = TestServer.Shop().TryJoin(Steps.Set("Shop", "false"), Steps.Set("Nowhere", "false"), Steps.Set("Other", "false"));

        Assert.Null(result.Plan);
        Assert.Equal((RefusalKind.UnknownNode, 1), (result.Refusal!.Kind, result.RefusedStep));
    }

    [Fact]
    public void Plan_NothingToDoForSome_WritesTheRest()
    {
        var server = TestServer.Shop();
        var off = server.Apply(server.Set("Shop"));

        var plan = Planned(off.TryJoin(Steps.Set("Shop", "false"), Steps.Set("Other", "false")));

        Assert.Empty(plan.Plans[0].Files);
        Assert.Single(plan.Files);
        Assert.Equal("false", off.Apply(plan.Files).Value("Other").Value);
    }

    [Fact]
    public void Plan_TogetherTooLargeForIis_IsRefused()
    {
        var empty = DocumentEditing.Document("    <!--  -->\n").Length;
        var almost = DocumentEditing.Document($"    <!-- {new string('x', 256_000 - empty - 100)} -->\n");
        var server = TestServer.Shop("Allow", "", ("/other/web.config", almost));

        var result = server.TryJoin(Steps.Set("Other", "Off", Mode), Steps.Set("Other", "false", Pages));

        Assert.NotNull(server.Try("Other", Mode, "Off").Plan);
        Assert.Equal(RefusalKind.TooLarge, result.Refusal?.Kind);
    }

    [Fact]
    public void Plan_AThousandNodesOfOneFile_ReadsTheFileAFewTimesOnly()
    {
        var sites = string.Concat(Enumerable.Range(0, 1_000).Select(number =>
            $"""<site name="S{number}" id="{number + 10}"><application path="/"><virtualDirectory path="/" physicalPath="/s{number}" /></application></site>"""));
        var server = TestServer.Create(TestServer.ApplicationHostConfig().Replace("</sites>", sites + "</sites>", StringComparison.Ordinal));
        var reads = 0;
        var text = SessionState.Engine.Text.SourceText.Decode(System.Text.Encoding.UTF8.GetBytes(server.Text(TestServer.ApplicationHost)), "", out _);

        var result = JointPlanner.Plan(
            server.Server,
            [.. Enumerable.Range(0, 1_000).Select(number => Steps.Set($"S{number}", "false"))],
            _ =>
            {
                reads++;
                return text!.KnownAs(server.Server.ApplicationHost);
            });

        var after = Planned(result).After;
        Assert.All(Enumerable.Range(0, 1_000), number =>
            Assert.Equal("false", EffectiveValueReader.Read(after.Find($"S{number}")!, Settings.AllowSessionState).Value));
        Assert.Equal(1_000, reads);
        Assert.Single(result.Plan!.Files);
    }

    private static JointPlan Planned(JointResult result)
    {
        Assert.Null(result.Refusal);
        return result.Plan!;
    }
}
