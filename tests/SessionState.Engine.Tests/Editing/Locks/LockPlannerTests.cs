using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.Editing.Locks;

public sealed class LockPlannerTests
{
    private const string Asp = "system.webServer/asp";
    private const string AppHost = "MACHINE/WEBROOT/APPHOST";
    private const string ShopFile = "/shop/web.config";

    [Fact]
    public void Vector33_UnlockASite_OnlyItsFilesStopFailingAndMayOverride()
    {
        var server = TestServer.Shop("Deny", "", (ShopFile, TestServer.WebConfig("false")), ("/other/web.config", TestServer.WebConfig("false")));

        var plan = server.Lock("Shop", OverrideMode.Allow);

        Assert.Equal((AppHost, "Shop"), (plan.Target.CommitPath, plan.Target.LocationPath));
        Assert.Empty(plan.Rehearsal.StartFailing);
        var stops = Assert.Single(plan.Rehearsal.StopFailing);
        Assert.Equal((ShopFile, 1, "Shop", "0x80070021"), (stops.File, stops.Line, stops.ConfigurationPath, stops.ErrorNumber));
        Assert.Equal(["Shop", "Shop/docs", "Shop/pics", "Shop/store"], plan.Rehearsal.GainOverride.Select(node => node.Path));
        Assert.Empty(plan.Rehearsal.LoseOverride);
        var after = server.Apply(plan);
        Assert.Equal(("false", true), (after.Value("Shop").Value, after.Value("Other").IsError));
        Assert.Contains(
            (Settings.AllowSessionState, "Shop/store", null, "false"),
            plan.Effects.Select(effect => (effect.Setting, effect.Node.Path, effect.Before, effect.After)));
    }

    [Fact]
    public void Vector35_LockTheServer_ListsEveryFileThatWouldFailEvenBelowAFailingOne()
    {
        var open = "    <location path=\"Other\" overrideMode=\"Allow\"><system.webServer><asp /></system.webServer></location>";
        var server = TestServer.Shop(
            "Allow",
            open,
            (ShopFile, TestServer.WebConfig("false")),
            ("/shop/store/web.config", TestServer.WebConfig("true")),
            ("/shop/docs/web.config", "<configuration/>"),
            ("/other/web.config", TestServer.WebConfig("false")));

        var plan = server.Lock("", OverrideMode.Deny);

        Assert.Equal(
            [(ShopFile, "Shop"), ("/shop/store/web.config", "Shop/store")],
            plan.Rehearsal.StartFailing.Select(failing => (failing.File, failing.ConfigurationPath)));
        Assert.All(
            plan.Rehearsal.StartFailing,
            failing => Assert.Equal((TestServer.ApplicationHost, 33), (failing.LockFile, failing.LockLine)));
        Assert.Equal(["Shop", "Shop/docs", "Shop/pics", "Shop/store"], plan.Rehearsal.LoseOverride.Select(node => node.Path));
        Assert.Equal(
            [
                "2 places would fail with HTTP 500.19 (0x80070021), because web.config files below hold the section: /shop/web.config, line 1, "
                + "for Shop; /shop/store/web.config, line 1, for Shop/store.",
                "Stays open where a tag of its own says so: Other (/config/applicationHost.config, line 32).",
            ],
            plan.Warnings);
        Assert.All(plan.Effects, effect => Assert.Null(effect.After));
        Assert.Equal("false", server.Apply(plan).Value("Other").Value);
    }

    [Theory]
    [InlineData("", OverrideMode.Allow)]
    [InlineData("Shop", OverrideMode.Allow)]
    [InlineData("Shop/store", OverrideMode.Deny)]
    [InlineData("Shop/docs", OverrideMode.Allow)]
    public void Plan_Twice_NothingToDoAndUndoGivesTheOriginalBytes(string path, OverrideMode mode)
    {
        var server = TestServer.Shop(mode == OverrideMode.Deny ? "Allow" : "Deny");

        var plan = server.Lock(path, mode);
        var after = server.Apply(plan);

        Assert.Empty(after.Lock(path, mode).Files);
        Assert.Equal(new LockEdit(path, Asp, OverrideMode.Inherit, AppHost), plan.Undo);
        Assert.Equal(
            server.Text(TestServer.ApplicationHost),
            after.Apply(after.Lock(path, plan.Undo.Mode, plan.Undo.CommitPath)).Text(TestServer.ApplicationHost));
    }

    [Fact]
    public void Vector40_LockInAWebConfig_BindsTheFilesBelowItOnly()
    {
        var server = TestServer.Shop(
            "Allow", "", (ShopFile, TestServer.WebConfig("false")), ("/shop/store/web.config", TestServer.WebConfig("true")));

        var plan = server.Lock("Shop", OverrideMode.Deny, $"{AppHost}/Shop");

        Assert.Equal(
            "<configuration><location path=\".\" overrideMode=\"Deny\"><system.webServer><asp><session allowSessionState=\"false\" /></asp>"
            + "</system.webServer></location></configuration>",
            plan.Files[0].After);
        Assert.Equal(["/shop/store/web.config"], plan.Rehearsal.StartFailing.Select(failing => failing.File));
        Assert.Equal(["Shop/docs", "Shop/pics", "Shop/store"], plan.Rehearsal.LoseOverride.Select(node => node.Path));
        Assert.Equal("false", server.Apply(plan).Value("Shop").Value);
    }

    [Fact]
    public void Unlock_LockOfAWebConfig_GoesToThatFile()
    {
        var locking = "<configuration><location path=\".\" overrideMode=\"Deny\"><system.webServer><asp /></system.webServer></location></configuration>";
        var server = TestServer.Shop("Allow", "", (ShopFile, locking));

        var plan = server.Lock("Shop/store", OverrideMode.Allow);

        Assert.Equal(($"{AppHost}/Shop", "store"), (plan.Target.CommitPath, plan.Target.LocationPath));
        Assert.Equal(["Shop/store"], plan.Rehearsal.GainOverride.Select(node => node.Path));
        Assert.Equal(($"{AppHost}/Shop", null), At(server.Lock("Shop", OverrideMode.Inherit).Target));
    }

    [Fact]
    public void Vector39_UnlockInALowerFile_IsRefusedNamingTheLockAndItsFile()
    {
        var refusal = TestServer.Shop().RefuseLock("Shop", OverrideMode.Allow, $"{AppHost}/Shop");

        Assert.Equal((RefusalKind.Locked, TestServer.ApplicationHost, 9), (refusal.Kind, refusal.File, refusal.Line));
        Assert.EndsWith("a lower file cannot unlock what a file above has locked.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal($"Unlock it in {TestServer.ApplicationHost} (commit path {AppHost}).", refusal.Remedy);
    }

    [Fact]
    public void LockInALowerFile_SectionIsLockedThere_IsRefused() =>
        Assert.Equal(RefusalKind.Locked, TestServer.Shop().RefuseLock("Shop", OverrideMode.Deny, $"{AppHost}/Shop").Kind);

    [Fact]
    public void Unlock_InAFileThatLocksNothing_IsRefused()
    {
        var server = TestServer.Shop("Allow", "", (ShopFile, "<configuration/>"));

        Assert.Equal(
            "Nothing in /shop/web.config locks 'system.webServer/asp' for Shop, so there is nothing to unlock.",
            server.RefuseLock("Shop", OverrideMode.Allow, $"{AppHost}/Shop").Message);
    }

    [Fact]
    public void Unlock_InAFileAboveTheOneThatLocks_NamesThatOne()
    {
        var locking = "<configuration>\n<location path=\".\" overrideMode=\"Deny\"><system.webServer><asp /></system.webServer></location></configuration>";
        var server = TestServer.Shop("Allow", "", (ShopFile, "<configuration/>"), ("/shop/store/web.config", locking));

        var refusal = server.RefuseLock("Shop/store", OverrideMode.Allow, $"{AppHost}/Shop");

        Assert.Equal((RefusalKind.Locked, "/shop/store/web.config", 2), (refusal.Kind, refusal.File, refusal.Line));
        Assert.Equal($"Unlock it in /shop/store/web.config (commit path {AppHost}/Shop/store).", refusal.Remedy);
    }

    [Fact]
    public void Vector41_HigherAllowBelowALowerDeny_IsRefusedBeforeWriting()
    {
        var locking = "<configuration>\n<location path=\".\" overrideMode=\"Deny\"><system.webServer><asp /></system.webServer></location></configuration>";
        var server = TestServer.Shop("Allow", "", (ShopFile, locking));

        var refusal = server.RefuseLock("Shop/store", OverrideMode.Allow, AppHost);

        Assert.Equal(RefusalKind.Locked, refusal.Kind);
        Assert.StartsWith("The change would make the configuration illegal: Illegal configuration: ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(
            $"Only the file that made a lock can unlock it: unlock the section in {ShopFile}, line 2.", refusal.Remedy);
    }

    [Fact]
    public void Vector41_LowerDenyAboveAHigherAllow_IsRefusedBeforeWriting()
    {
        var open = "    <location path=\"Shop/store\" overrideMode=\"Allow\"><system.webServer><asp /></system.webServer></location>";

        var refusal = TestServer.Shop("Allow", open).RefuseLock("Shop", OverrideMode.Deny, $"{AppHost}/Shop");

        Assert.Equal((RefusalKind.Locked, TestServer.ApplicationHost, 32), (refusal.Kind, refusal.File, refusal.Line));
    }

    [Fact]
    public void Vector38_TagWithBothModes_IsRepairedByTheNewOne()
    {
        var both = "    <location path=\"Shop\" overrideMode=\"Allow\" allowOverride=\"true\"><system.webServer><asp /></system.webServer></location>";
        var server = TestServer.Shop("Deny", both);
        Assert.True(server.Value("Shop").IsError);

        var after = server.Apply(server.Lock("Shop", OverrideMode.Allow));

        Assert.Equal("true", after.Value("Shop").Value);
        Assert.DoesNotContain("allowOverride", after.Text(TestServer.ApplicationHost), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nowhere", RefusalKind.UnknownNode)]
    [InlineData("Shop/page.asp", RefusalKind.NotHere)]
    public void PathThatCannotBeLocked_IsRefused(string path, RefusalKind kind) =>
        Assert.Equal(kind, TestServer.Shop().RefuseLock(path, OverrideMode.Allow).Kind);

    [Fact]
    public void SectionThatNoLocationTagMayHold_IsRefused()
    {
        var config = TestServer.ApplicationHostConfig().Replace(
            "name=\"asp\"", "name=\"asp\" allowLocation=\"false\"", StringComparison.Ordinal);

        Assert.Contains(
            "allowLocation=\"false\"", TestServer.Create(config).RefuseLock("Shop", OverrideMode.Allow).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vector46_UnlockOverTheSharedHostingRecipe_SaysThatSessionIsOpen()
    {
        var recipe = "    <system.webServer><asp lockAllAttributesExcept=\"scriptErrorSentToBrowser\" lockElements=\"limits,cache\" /></system.webServer>";

        var plan = TestServer.Shop("Deny", recipe).Lock("", OverrideMode.Allow);

        Assert.Contains("leave <session> open", Assert.Single(plan.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Vectors87And90_NamespacesAndEncryptedValues_StayAsTheyAre()
    {
        var web = "<configuration><runtime><asm:assemblyBinding xmlns:asm=\"urn:schemas-microsoft-com:asm.v1\" /></runtime></configuration>";
        var server = TestServer.Shop("Allow", "", (ShopFile, web));

        Assert.Contains("<asm:assemblyBinding xmlns:asm=", server.Lock("Shop", OverrideMode.Deny, $"{AppHost}/Shop").Files[0].After, StringComparison.Ordinal);
        Assert.Contains("[enc:AesProvider::enc]", server.Lock("Shop", OverrideMode.Deny).Files[0].After, StringComparison.Ordinal);
    }

    [Fact]
    public void X19_LockThatMakesTheFileTooLarge_IsRefused()
    {
        var text = $"<configuration><!--{new string('x', 255_900)}--></configuration>";

        Assert.Equal(
            RefusalKind.TooLarge,
            TestServer.Shop("Allow", "", (ShopFile, text)).RefuseLock("Shop", OverrideMode.Deny, $"{AppHost}/Shop").Kind);
    }

    [Fact]
    public void SharedFolder_WarnsAndRehearsesBothSites()
    {
        var server = TestServer.Create(
            TestServer.ApplicationHostConfig("Allow", "", other: "/shop"), (ShopFile, "<configuration/>"), ("/shop/docs/web.config", TestServer.WebConfig("true")));

        var plan = server.Lock("Shop", OverrideMode.Deny, $"{AppHost}/Shop");

        Assert.Equal(["Other/docs", "Shop/docs"], plan.Rehearsal.StartFailing.Select(failing => failing.ConfigurationPath));
        Assert.Contains("/shop/web.config also serves Other, so the change applies there too.", plan.Warnings);
    }

    [Fact]
    public void Targets_LockedByApplicationHost_NameEveryPlaceAndItsReason()
    {
        var server = TestServer.Shop("Deny", "", (ShopFile, "<configuration/>")).Server;

        var targets = LockTargets.Read(server, server.Find("Shop/store")!, Asp, OverrideMode.Deny);

        Assert.Equal(
            [
                ("applicationHost.config, location tag for Shop/store", true),
                ("web.config of Shop, location tag for store", false),
                ("web.config of Shop/store, for everything below it", false),
            ],
            targets.Select(target => (target.Description, target.IsAllowed)));
        Assert.All(targets.Skip(1), target => Assert.Contains("overrideModeDefault=\"Deny\"", target.Reason, StringComparison.Ordinal));
    }

    private static (string, string?) At(CommitTarget target) => (target.CommitPath, target.LocationPath);
}
