using System.Collections.Immutable;
using SessionState.Engine.Editing;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.Editing;

public sealed class CommitTargetsTests
{
    [Fact]
    public void Read_SectionLocked_ApplicationHostIsTheOnlyAllowedOne()
    {
        var targets = Read(TestServer.Shop(), "Shop/store");

        Assert.Collection(
            targets,
            best => Assert.Equal(
                new(
                    "MACHINE/WEBROOT/APPHOST",
                    TestServer.ApplicationHost,
                    "Shop/store",
                    "applicationHost.config, location tag for Shop/store",
                    true,
                    null),
                best),
            own =>
            {
                Assert.Equal(
                    ("MACHINE/WEBROOT/APPHOST/Shop/store", "/shop/store/web.config", null, "web.config of Shop/store", false),
                    (own.CommitPath, own.File, own.LocationPath, own.Description, own.IsAllowed));
                Assert.Contains("locked", own.Reason, StringComparison.OrdinalIgnoreCase);
            });
    }

    [Fact]
    public void Read_Server_IsApplicationHostWithoutATag()
    {
        Assert.Equal(
            [new("MACHINE/WEBROOT/APPHOST", TestServer.ApplicationHost, null, "applicationHost.config, for the whole server", true, null)],
            Read(TestServer.Shop(), ""));
    }

    [Fact]
    public void Read_SectionOpenAndNothingSet_ApplicationHostIsTheDefault()
    {
        var targets = Read(TestServer.Shop("Allow"), "Shop");

        Assert.Equal(
            [("MACHINE/WEBROOT/APPHOST", true), ("MACHINE/WEBROOT/APPHOST/Shop", true)],
            targets.Select(target => (target.CommitPath, target.IsAllowed)));
    }

    [Fact]
    public void Read_OwnFileSetsIt_OwnFileIsBestAndApplicationHostWouldBeShadowed()
    {
        var targets = Read(TestServer.Shop("Allow", "", ("/shop/web.config", TestServer.WebConfig("true"))), "Shop");

        Assert.Equal(
            [
                ("MACHINE/WEBROOT/APPHOST/Shop", "Sets it now."),
                ("MACHINE/WEBROOT/APPHOST", "Would be shadowed: web.config of Shop sets it too, and wins."),
            ],
            targets.Select(target => (target.CommitPath, target.Reason)));
    }

    [Fact]
    public void Read_FileAboveExists_ItsLocationTagIsOffered()
    {
        var targets = Read(TestServer.Shop("Allow", "", ("/shop/web.config", "<configuration/>")), "Shop/docs");

        Assert.Equal(
            [
                "applicationHost.config, location tag for Shop/docs",
                "web.config of Shop/docs",
                "web.config of Shop, location tag for docs",
            ],
            targets.Select(target => target.Description));
    }

    [Fact]
    public void Read_File_CanHaveNoWebConfig()
    {
        var own = Read(TestServer.Shop("Allow"), "Shop/page.asp")[^1];

        Assert.Equal((false, "Shop/page.asp is a file, and a file has no web.config."), (own.IsAllowed, own.Reason));
    }

    [Fact]
    public void Read_MalformedFile_IsRefusedWithItsReason()
    {
        var own = Read(TestServer.Shop("Allow", "", ("/shop/web.config", "<configuration>")), "Shop")[^1];

        Assert.Equal(("web.config of Shop", false), (own.Description, own.IsAllowed));
        Assert.NotNull(own.Reason);
    }

    [Fact]
    public void Read_FileAbove256000Bytes_IsRefused()
    {
        var large = $"<configuration><!--{new string('x', 256_000)}--></configuration>";

        Assert.False(Read(TestServer.Shop("Allow", "", ("/shop/web.config", large)), "Shop")[^1].IsAllowed);
    }

    [Fact]
    public void Read_FolderWhoseFileDoesNotCount_IsRefused()
    {
        var config = TestServer.ApplicationHostConfig("Allow").Replace(
            "path=\"/pics\"", "path=\"/pics\" allowSubDirConfig=\"false\"", StringComparison.Ordinal);
        var server = TestServer.Create(config, ("/pics/x/web.config", "<configuration/>"));

        var own = Read(server, "Shop/pics/x")[^1];

        Assert.False(own.IsAllowed);
        Assert.Contains("allowSubDirConfig", own.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EveryLevelBetween_IsOrderedAndSaysItsReason()
    {
        var locking = "    <system.webServer><asp><session lockAttributes=\"max\" /></asp></system.webServer>"
            + "<location path=\"Shop/store\"><system.webServer><asp lockElements=\"session\" /></system.webServer></location>";
        var server = TestServer.Shop("Allow", locking, ("/shop/web.config", "<configuration/>"));

        Assert.Equal(
            [
                ("applicationHost.config, location tag for Shop/store", true),
                ("web.config of Shop/store", false),
                ("web.config of Shop, location tag for store", false),
            ],
            Read(server, "Shop/store").Select(target => (target.Description, target.IsAllowed)));
        Assert.All(
            Read(server, "Shop/store").Skip(1), target => Assert.Contains("line 32, says lockElements=\"session\"", target.Reason, StringComparison.Ordinal));
        Assert.All(Read(server, "Shop"), target => Assert.True(target.IsAllowed, target.Reason));
    }

    [Theory]
    [InlineData("allowLocation=\"false\"", "Shop", true, false)]
    [InlineData("allowDefinition=\"AppHostOnly\"", "Shop", false, false)]
    [InlineData("allowDefinition=\"MachineToApplication\"", "Shop/docs", false, false)]
    [InlineData("allowDefinition=\"MachineToApplication\"", "Shop/store", true, true)]
    public void Read_RegistrationExcludesALevel_IsRefusedWithItsLine(string attribute, string path, bool inOwnFile, bool inHost)
    {
        var config = TestServer.ApplicationHostConfig("Allow").Replace("name=\"asp\"", $"name=\"asp\" {attribute}", StringComparison.Ordinal);

        var targets = Read(TestServer.Create(config), path);

        Assert.Equal(inOwnFile, Assert.Single(targets, target => target.LocationPath is null).IsAllowed);
        Assert.Equal(inHost, Assert.Single(targets, target => target.LocationPath == path).IsAllowed);
        Assert.All(targets.Where(target => !target.IsAllowed), target => Assert.Contains($"{attribute} in", target.Reason, StringComparison.Ordinal));
    }

    private static ImmutableArray<CommitTarget> Read(TestServer server, string path) =>
        CommitTargets.Read(server.Server, server.Server.Find(path)!, Settings.AllowSessionState);
}
