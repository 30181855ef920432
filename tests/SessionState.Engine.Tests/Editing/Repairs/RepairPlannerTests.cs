using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Editing.Repairs;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Editing.Repairs;

public sealed class RepairPlannerTests
{
    private const string ShopFile = "/shop/web.config";
    private const string StoreFile = "/shop/store/web.config";

    [Fact]
    public void LockedSection_IsTakenOutWithWhatItAloneHeld()
    {
        var server = TestServer.Shop("Deny", "", (ShopFile,
            """
            <configuration>
              <appSettings />
              <system.webServer>
                <asp bufferingOn="true">
                  <session allowSessionState="false" timeout="00:05:00" />
                </asp>
              </system.webServer>
            </configuration>
            """));

        var plan = server.Repair("Shop/store");

        Assert.Equal(
            """
            <configuration>
              <appSettings />
            </configuration>
            """,
            plan.Files[0].After);
        Assert.Equal(["the section <asp>"], plan.Removed);
        Assert.Equal(DiagnosticCodes.SectionLocked, plan.Violation!.Diagnostic.Code);
        Assert.Equal(("MACHINE/WEBROOT/APPHOST/Shop", null), (plan.Target.CommitPath, plan.Target.LocationPath));
        Assert.Equal([(ShopFile, 5, "0x80070021")], plan.Rehearsal.StopFailing.Select(found => (found.File, found.Line!.Value, found.ErrorNumber!)));
        Assert.Equal(
            ["Shop", "Shop/docs", "Shop/pics", "Shop/store"],
            plan.Effects.Where(effect => effect.Setting.Attribute == "timeout").Select(effect => effect.Node.Path));
        Assert.All(plan.Effects, effect => Assert.Equal((null, effect.Setting.Default), (effect.Before, effect.After)));
        Assert.Equal(new LockEdit("Shop", "system.webServer/asp", OverrideMode.Allow, null), plan.Instead);
        Assert.Empty(plan.Warnings);
    }

    [Fact]
    public void Repair_Twice_NothingToDo()
    {
        var server = TestServer.Shop("Deny", "", (ShopFile, TestServer.WebConfig("false")));

        var plan = server.Apply(server.Repair("Shop")).Repair("Shop");

        Assert.Empty(plan.Files);
        Assert.Null(plan.Violation);
    }

    [Fact]
    public void LockedSectionInALocationTag_OnlyThatTagGoes()
    {
        var tag = "<location path=\"store\" overrideMode=\"Allow\"><system.webServer><asp /></system.webServer></location>";
        var server = TestServer.Shop("Deny", "", (ShopFile, $"<configuration><appSettings />{tag}</configuration>"));

        var plan = server.Repair("Shop/store");

        Assert.Equal("<configuration><appSettings /></configuration>", plan.Files[0].After);
        Assert.Equal("store", plan.Target.LocationPath);
    }

    [Fact]
    public void FileBelowFailsToo_TheFirstIsRepairedAndTheOtherNamed()
    {
        var server = TestServer.Shop("Deny", "", (ShopFile, TestServer.WebConfig("false")), (StoreFile, TestServer.WebConfig("true")));

        var plan = server.Repair("Shop/store");

        Assert.Equal(ShopFile, Assert.Single(plan.Files).File);
        Assert.Contains($"({StoreFile}, line 1)", Assert.Single(plan.Warnings), StringComparison.Ordinal);
        var after = server.Apply(plan);
        Assert.Equal("true", after.Apply(after.Repair("Shop/store")).Value("Shop/store").Value);
    }

    [Theory]
    [InlineData(
        "<asp><session lockAttributes=\"max,timeout\" /></asp>",
        "<asp bufferingOn=\"true\"><session max=\"5\" allowSessionState=\"false\" timeout=\"00:05:00\" /></asp>",
        "<asp bufferingOn=\"true\"><session allowSessionState=\"false\" /></asp>")]
    [InlineData(
        "<asp><session lockAllAttributesExcept=\"max\" /></asp>",
        "<asp bufferingOn=\"true\"><session allowSessionState=\"false\" /></asp>",
        "<asp bufferingOn=\"true\"></asp>")]
    [InlineData(
        "<asp lockElements=\"session,limits\" />",
        "<asp bufferingOn=\"true\"><session max=\"5\" /><cache /><limits /></asp>",
        "<asp bufferingOn=\"true\"><cache /></asp>")]
    [InlineData("<asp lockAttributes=\"*\" lockElements=\"session\" />", "<asp bufferingOn=\"true\"><session max=\"5\" /></asp>", null)]
    [InlineData("<asp><session lockItem=\"true\" /></asp>", "<asp><session max=\"5\" /><cache /></asp>", "<asp><cache /></asp>")]
    [InlineData("<asp lockItem=\"true\" />", "<asp><cache /></asp>", null)]
    [InlineData(
        "<asp lockItem=\"true\"><session lockAttributes=\"max\" /></asp>", "<asp><session max=\"5\" allowSessionState=\"true\" /></asp>", null)]
    public void GranularBreach_OnlyWhatIsLockedGoes(string locking, string before, string? after)
    {
        var server = TestServer.Shop("Allow", $"    <system.webServer>{locking}</system.webServer>", (ShopFile, Document(before)));
        Assert.True(server.Value("Shop").IsError);

        var plan = server.Repair("Shop");

        Assert.Equal(after is null ? "<configuration></configuration>" : Document(after), plan.Files[0].After);
        Assert.False(server.Apply(plan).Value("Shop").IsError);
        Assert.Null(plan.Instead);
    }

    [Fact]
    public void GranularBreach_SaysWhatGoes()
    {
        var server = TestServer.Shop(
            "Allow",
            "    <system.webServer><asp lockElements=\"cache\"><session lockAttributes=\"max\" /></asp></system.webServer>",
            (ShopFile, Document("<asp><session max=\"5\" /><cache /></asp>")));

        Assert.Equal(["the attribute max of <session>", "the element <cache>"], server.Repair("Shop").Removed);
    }

    [Fact]
    public void Vector41_LowerDenyThatContradicts_IsTakenBack()
    {
        var open = "    <location path=\"Shop/store\" overrideMode=\"Allow\"><system.webServer><asp /></system.webServer></location>";
        var locking = "<configuration><location path=\".\" overrideMode=\"Deny\"><system.webServer><asp bufferingOn=\"true\" /></system.webServer></location></configuration>";
        var server = TestServer.Shop("Allow", open, (ShopFile, locking));

        var plan = server.Repair("Shop/store");

        Assert.Equal(locking.Replace(" overrideMode=\"Deny\"", "", StringComparison.Ordinal), plan.Files[0].After);
        Assert.False(server.Apply(plan).Value("Shop/store").IsError);
    }

    [Fact]
    public void SharedFolder_OtherNodeIsNamed()
    {
        var server = TestServer.Create(TestServer.ApplicationHostConfig("Deny", "", other: "/shop"), (ShopFile, TestServer.WebConfig("false")));

        var plan = server.Repair("Shop");

        Assert.Equal(["Other", "Shop"], plan.Rehearsal.StopFailing.Select(found => found.ConfigurationPath));
        Assert.Equal(["/shop/web.config also serves Other, so the change applies there too."], plan.Warnings);
    }

    [Theory]
    [InlineData("<asp><session allowSessionState=\"no\" /></asp>")]
    [InlineData("<asp allowSessionState=\"false\" />")]
    public void ErrorThatIsNoLock_IsLeftToAPerson(string section)
    {
        var refusal = TestServer.Shop("Allow", "", (ShopFile, Document(section))).TryRepair("Shop").Refusal!;

        Assert.Equal((RefusalKind.NotHere, ShopFile, 1), (refusal.Kind, refusal.File, refusal.Line));
        Assert.StartsWith("This cannot be repaired by removing something: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SectionFromAnotherFile_IsNotRemoved()
    {
        var server = TestServer.Shop("Deny", "", (ShopFile, Document("<asp configSource=\"asp.config\" />")));

        Assert.NotNull(server.TryRepair("Shop").Refusal);
    }

    [Fact]
    public void FileThatIsGone_IsRefused()
    {
        var server = TestServer.Shop("Deny", "", (ShopFile, TestServer.WebConfig("false"))).Server;

        var result = RepairPlanner.Plan(server, new("Shop", "system.webServer/asp"), _ => null);

        Assert.Equal(RefusalKind.Unreadable, result.Refusal?.Kind);
    }

    private static string Document(string section) => $"<configuration><system.webServer>{section}</system.webServer></configuration>";
}
