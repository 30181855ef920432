using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Engine.Scripting;
using SessionState.Engine.Tests.Editing;

namespace SessionState.Engine.Tests.Scripting;

/// <summary>Plans as steps of a script, and what takes them back.</summary>
public sealed class ScriptStepsTests
{
    private const string ApplicationHost = "MACHINE/WEBROOT/APPHOST";

    [Fact]
    public void Of_ValueInALocationTag_NamesTheTagAndUndoTakesItOutWhole()
    {
        var server = TestServer.Shop();
        var plan = server.Set("Shop/store");

        var step = ScriptSteps.Of(plan, plan.After);
        var undo = ScriptSteps.Undo(plan, server.Server);

        Assert.Equal((ScriptVerb.Set, "Shop/store", ApplicationHost, "Shop/store", "false"), (step.Verb, step.Path, step.CommitPath, step.LocationPath, step.Value));
        Assert.Equal((ScriptVerb.Clear, ApplicationHost, "Shop/store", true), (undo.Verb, undo.CommitPath, undo.LocationPath, undo.EmptiesSection));
    }

    [Fact]
    public void Undo_PlaceHeldAnotherValue_SetsThatValue()
    {
        var server = TestServer.Shop("Allow", "", ("/shop/web.config", TestServer.WebConfig("true")));
        var plan = server.Set("Shop");

        var undo = ScriptSteps.Undo(plan, server.Server);

        Assert.Equal((ScriptVerb.Set, "true", $"{ApplicationHost}/Shop", null), (undo.Verb, undo.Value, undo.CommitPath, undo.LocationPath));
    }

    [Fact]
    public void Of_ClearBesideAnotherValue_DoesNotEmptyTheSection()
    {
        var webConfig = DocumentEditing.Document(DocumentEditing.Asp("<session allowSessionState=\"true\" max=\"5\" />"));
        var plan = TestServer.Shop("Allow", "", ("/shop/web.config", webConfig)).Clear("Shop");

        Assert.False(ScriptSteps.Of(plan, plan.After).EmptiesSection);
    }

    [Fact]
    public void Of_ClearOfTheOnlyValue_EmptiesTheSection()
    {
        var plan = TestServer.Shop("Allow", "", ("/shop/web.config", TestServer.WebConfig("true"))).Clear("Shop");

        Assert.True(ScriptSteps.Of(plan, plan.After).EmptiesSection);
    }

    [Fact]
    public void Of_ClearInATagThatUnlocks_DoesNotEmptyTheSection()
    {
        // The empty section stays, because it carries the unlock; a tool that took it out would lock the section again.
        var tag =
            """
            <location path="Shop" overrideMode="Allow"><system.webServer><asp><session allowSessionState="false" /></asp></system.webServer></location>
            """;
        var plan = TestServer.Shop("Deny", tag).Clear("Shop");

        Assert.False(ScriptSteps.Of(plan, plan.After).EmptiesSection);
    }

    [Fact]
    public void Of_ValueInAnotherSpelling_IsCanonical()
    {
        var plan = TestServer.Shop().Set("Shop", Settings.AllowSessionState, "FALSE");

        Assert.Equal("false", ScriptSteps.Of(plan, plan.After).Value);
    }

    [Theory]
    [InlineData(OverrideMode.Allow, ScriptVerb.Unlock)]
    [InlineData(OverrideMode.Deny, ScriptVerb.Lock)]
    public void Of_Lock_NamesTheTagAndUndoPutsTheWordBack(OverrideMode mode, ScriptVerb verb)
    {
        var server = TestServer.Shop();
        var plan = server.Lock("Shop", mode);

        var step = ScriptSteps.Of(plan, plan.After);
        var undo = ScriptSteps.Undo(plan, server.Server);

        Assert.Equal((verb, "system.webServer/asp", ApplicationHost, "Shop"), (step.Verb, step.Section, step.CommitPath, step.LocationPath));
        Assert.Equal((ScriptVerb.InheritLock, ApplicationHost, "Shop"), (undo.Verb, undo.CommitPath, undo.LocationPath));
    }

    [Fact]
    public void Of_Repair_IsARepairAndSoIsItsUndo()
    {
        var server = TestServer.Shop("Deny", "", ("/shop/web.config", TestServer.WebConfig("true")));
        var plan = server.Repair("Shop");

        Assert.Equal(ScriptVerb.Repair, ScriptSteps.Of(plan, plan.After).Verb);
        Assert.Equal(ScriptVerb.Repair, ScriptSteps.Undo(plan, server.Server).Verb);
        Assert.All(ScriptGenerator.WriteAll([ScriptSteps.Of(plan, plan.After)]), script => Assert.NotNull(script.Impossible));
    }
}
