using SessionState.Engine.Effective;
using SessionState.Engine.Schema;
using SessionState.Engine.Tests.Vectors;
using static SessionState.Engine.Tests.Vectors.ShopServer;

namespace SessionState.Engine.Tests.Effective;

public sealed class LadderTests
{
    [Fact]
    public void Ladder_OfANestedApplication_NamesEveryLevelOnItsWay()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Group(Asp("true")) + "\n" + Location("Shop", Asp("false")) + "\n" + Location("Shop/store", "<httpErrors />"),
            WebConfigs =
            {
                ["/srv/shop"] = Web(Location(".", Asp("true"), "inheritInChildApplications=\"false\"") + "\n" + Location("store", Asp("False"))),
            },
        };

        Assert.Equal(
            [
                "Schema default |  | true | Shadowed",
                $"applicationHost.config | {server.HostLine("<session")} | true | Shadowed",
                $"Location tag Shop | {server.HostLine("path=\"Shop\"")} | false | Shadowed",
                "web.config of Shop | 2 | true | Ignored",
                "Location tag store in web.config of Shop | 3 | False | Winner",
                $"Location tag Shop/store | {server.HostLine("path=\"Shop/store\"")} |  | Silent",
                "web.config of Shop/store |  |  | Silent",
            ],
            Lines(server, "Shop/store"));
    }

    [Fact]
    public void Ladder_OfAnUntouchedSite_EndsWithTheFileThatDoesNotExist()
    {
        var server = new ShopServer();

        var ladder = LadderReader.Read(server.Load().Find("Shop")!, Settings.AllowSessionState);

        Assert.Equal(["Schema default", "applicationHost.config", "web.config of Shop"], ladder.Select(step => step.Level));
        Assert.Equal([LadderRole.Winner, LadderRole.Silent, LadderRole.Silent], ladder.Select(step => step.Role));
        Assert.Equal("The file does not exist.", ladder[2].Note);
        Assert.Equal("/srv/shop/web.config", ladder[2].File);
        Assert.Equal([false, true, false], ladder.Select(step => step.Locks));
        Assert.Contains($"line {server.HostLine("name=\"asp\"")}", ladder[1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Ladder_OfABrokenNode_ShowsTheViolationAndNoWinner()
    {
        var server = new ShopServer
        {
            Host = Location("Shop", Asp("false"), "overrideMode=\"Deny\""),
            WebConfigs = { ["/srv/shop"] = Web(Group(Asp("true"))) },
        };

        var ladder = LadderReader.Read(server.Load().Find("Shop/store")!, Settings.AllowSessionState);

        var violation = Assert.Single(ladder, step => step.Role == LadderRole.Violation);
        Assert.Equal(("web.config of Shop", "true", "/srv/shop/web.config", 2), (violation.Level, violation.Raw, violation.File, violation.Line));
        Assert.DoesNotContain(ladder, step => step.Role == LadderRole.Winner);
        var tag = Assert.Single(ladder, step => step.LocationPath == "Shop");
        Assert.Equal((true, LadderRole.Shadowed), (tag.Locks, tag.Role));
        Assert.StartsWith("Locks the section", tag.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Ladder_OfAMalformedFile_ShowsItAsTheViolation()
    {
        var server = new ShopServer { WebConfigs = { ["/srv/shop"] = "<configuration>\n<" } };

        var step = LadderReader.Read(server.Load().Find("Shop")!, Settings.AllowSessionState)[^1];

        Assert.Equal((LadderRole.Violation, "/srv/shop/web.config", 2), (step.Role, step.File, step.Line));
        Assert.StartsWith("Configuration file is not well-formed XML", step.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Ladder_OfTheServer_IsSchemaDefaultAndApplicationHost()
    {
        var server = new ShopServer { Host = Group("<asp><session allowSessionState=\"false\" lockAttributes=\"allowSessionState\" /></asp>") };

        Assert.Equal(
            ["Schema default |  | true | Shadowed", $"applicationHost.config | {server.HostLine("<session")} | false | Winner"],
            Lines(server, ""));
        Assert.StartsWith(
            "Locks 'allowSessionState'", LadderReader.Read(server.Load().Root, Settings.AllowSessionState)[1].Note, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(ShopServer server, string path) => LadderReader
        .Read(server.Load().Find(path)!, Settings.AllowSessionState)
        .Select(step => $"{step.Level} | {step.Line} | {step.Raw} | {step.Role}");
}
