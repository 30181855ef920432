using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using static SessionState.Engine.Tests.Vectors.ShopServer;

namespace SessionState.Engine.Tests.Vectors;

/// <summary>Vectors 1 to 17 and 69 to 73, 84: what a value is and where it comes from.</summary>
public sealed class EffectiveVectors
{
    private const string StoreWeb = "/srv/shop/store";
    private const string ShopWeb = "/srv/shop";

    [Fact]
    public void Vector01_NothingSet_IsSchemaDefault()
    {
        var value = new ShopServer().At("Shop");

        Assert.Equal("true", value.Value);
        Assert.True(value.IsDefault);
        Assert.Null(value.Origin);
    }

    [Fact]
    public void Vector02_SetForTheServer_HoldsEverywhere()
    {
        var server = new ShopServer { Host = Group(Asp("false")) };

        var origin = new Provenance("", HostFile, server.HostLine("allowSessionState"), null);
        Assert.Equal("false", server.ValueAt("Shop"));
        Assert.Equal(origin, server.At("Shop").Origin);
        Assert.Equal(origin, server.At("Shop/store").Origin);
        Assert.Equal("false", server.ValueAt(""));
    }

    [Fact]
    public void Vector03_LocationTag_WinsForItsSiteOnly()
    {
        var server = new ShopServer { Host = Group(Asp("false")) + "\n" + Location("Shop", Asp("true")) };

        Assert.Equal("true", server.ValueAt("Shop"));
        Assert.Equal(new Provenance("Shop", HostFile, server.HostLine("path=\"Shop\""), "Shop"), server.At("Shop").Origin);
        Assert.Equal("false", server.ValueAt("Other"));
    }

    [Fact]
    public void Vector04_Attributes_AreInheritedOneByOne()
    {
        var server = new ShopServer
        {
            Host = Group("""<asp><session timeout="00:10:00" /></asp>""") + Location("Shop", Asp("false")),
        };

        Assert.Equal("00:10:00", server.ValueAt("Shop", Settings.Timeout));
        Assert.Equal("false", server.ValueAt("Shop"));
    }

    [Fact]
    public void Vector05_DeeperTag_WinsForItsApplication()
    {
        var server = new ShopServer { Host = Location("Shop", Asp("false")) + Location("Shop/store", Asp("true")) };

        Assert.Equal(("false", "false", "true"), (server.ValueAt("Shop"), server.ValueAt("Shop/docs"), server.ValueAt("Shop/store")));
    }

    [Fact]
    public void Vector06_OrderOfTags_HasNoMeaning()
    {
        var server = new ShopServer { Host = Location("Shop/store", Asp("true")) + Location("Shop", Asp("false")) };

        Assert.Equal(("false", "false", "true"), (server.ValueAt("Shop"), server.ValueAt("Shop/docs"), server.ValueAt("Shop/store")));
    }

    [Fact]
    public void Vector07_PathOfATag_IsComparedWithoutCase()
    {
        var server = new ShopServer { Host = Location("SHOP/Store", Asp("false")) };

        Assert.Equal("false", server.ValueAt("Shop/store"));
        Assert.Equal("Shop/store", server.Load().Find("sHOP/STORE")!.Path);
        Assert.Equal("SHOP/Store", server.At("Shop/store").Origin?.LocationPath);
    }

    [Theory]
    [InlineData("path=\"\"", "")]
    [InlineData("path=\".\"", ".")]
    [InlineData("", "")]
    public void Vector08_EmptyDotAndMissingPath_MeanTheFilesOwnLevel(string path, string locationPath)
    {
        var server = new ShopServer { Host = $"<location {path}>{Group(Asp("false"))}</location>" };

        Assert.Equal("false", server.ValueAt("Shop"));
        Assert.Equal(("", locationPath), (server.At("Shop").Origin?.ConfigurationPath, server.At("Shop").Origin?.LocationPath));
    }

    [Fact]
    public void Vector13_TagForAFileThatDoesNotExist_IsANodeWithThatValue()
    {
        var server = new ShopServer { Host = Location("Shop/nofile.asp", Asp("false")) };

        Assert.Equal("false", server.ValueAt("Shop/nofile.asp"));
        Assert.Equal("true", server.ValueAt("Shop/another.asp"));
    }

    [Fact]
    public void Vector14_AtTheSameNode_TheLowerFileWins()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Location("Shop", Asp("true")),
            WebConfigs = { [ShopWeb] = Web(Group(Asp("false"))) },
        };

        Assert.Equal("false", server.ValueAt("Shop"));
        Assert.Equal(new Provenance("Shop", "/srv/shop/web.config", 2, null), server.At("Shop").Origin);
    }

    [Fact]
    public void Vector15_DeeperTagOfTheHigherFile_WinsOverTheLowerFile()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Location("Shop/store", Asp("true")),
            WebConfigs = { [ShopWeb] = Web(Group(Asp("false"))) },
        };

        Assert.Equal(("true", "false"), (server.ValueAt("Shop/store"), server.ValueAt("Shop")));
    }

    [Fact]
    public void Vector16_WebConfigOfTheDeeperNode_WinsOverBoth()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Location("Shop/store", Asp("true")),
            WebConfigs = { [ShopWeb] = Web(Group(Asp("true"))), [StoreWeb] = Web(Group(Asp("false"))) },
        };

        Assert.Equal("false", server.ValueAt("Shop/store"));
        Assert.Equal("/srv/shop/store/web.config", server.At("Shop/store").Origin?.File);
    }

    [Fact]
    public void Vector17_Ladder_ShowsTheValueOfTheCommitLevelBesideTheEffectiveOne()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Location("Shop", Asp("true")),
            WebConfigs = { [ShopWeb] = Web(Group(Asp("false"))) },
        };

        var ladder = LadderReader.Read(server.Load().Find("Shop")!, Settings.AllowSessionState);

        Assert.Equal(
            [
                ("Schema default", "true", LadderRole.Shadowed),
                ("applicationHost.config", null, LadderRole.Silent),
                ("Location tag Shop", "true", LadderRole.Shadowed),
                ("web.config of Shop", "false", LadderRole.Winner),
            ],
            ladder.Select(step => (step.Level, step.Raw, step.Role)));
    }

    [Theory]
    [InlineData("true", "true")]
    [InlineData("False", "false")]
    [InlineData("TRUE", "true")]
    public void Booleans_InAnyCasing_AreReadAndSpelledLower(string raw, string value) =>
        Assert.Equal(value, new ShopServer { Host = Group(Asp(raw)) }.ValueAt("Shop"));

    [Theory]
    [InlineData(69, "session timeout=\"00:20:30\"", "The 'timeout' attribute is invalid.  Timespan value must be between 00:00:00 and 365.00:00:00 seconds inclusive, with a granularity of 60 seconds")]
    [InlineData(69, "session timeout=\"20\"", "The 'timeout' attribute is invalid.  Value must be a time span such as 00:20:00 (hours:minutes:seconds)")]
    [InlineData(70, "session max=\"-1\"", "The 'max' attribute is invalid.  Not a valid unsigned integer")]
    [InlineData(71, "session allowSession=\"false\"", "Unrecognized attribute 'allowSession'")]
    [InlineData(73, "session allowSessionState=\"no\"", "The 'allowSessionState' attribute is invalid.  Value must be true or false")]
    public void Vectors69To73_InvalidContent_BreaksTheNodeWithFileLineAndRemedy(int vector, string element, string message)
    {
        Assert.InRange(vector, 69, 73);
        var server = new ShopServer { Host = Location("Shop", $"<asp>\n<{element} /></asp>") };

        var error = server.ErrorAt("Shop/docs");

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((HostFile, server.HostLine(element)), (error.File, error.Line));
        Assert.NotNull(error.Remedy);
        Assert.Equal("true", server.ValueAt("Other"));
    }

    [Fact]
    public void Vector71_TheOldPagesAttribute_IsAnsweredWithTheRightName()
    {
        var server = new ShopServer { Host = Group("<asp><session allowSession=\"false\" /></asp>") };

        Assert.Equal("The attribute is called allowSessionState.", server.ErrorAt("Shop").Remedy);
    }

    [Fact]
    public void Vector72_AttributeOnTheSectionItself_IsAnsweredWithItsPlace()
    {
        var error = new ShopServer { Host = Group("<asp allowSessionState=\"false\" />") }.ErrorAt("Shop");

        Assert.StartsWith("Unrecognized attribute 'allowSessionState'", error.Message, StringComparison.Ordinal);
        Assert.Equal("Move it into the child element: <asp><session allowSessionState=\"…\" /></asp>.", error.Remedy);
    }

    [Fact]
    public void Vector84_AnEditThatIsNotCommitted_LeavesTheSnapshotAsItIs()
    {
        var server = new ShopServer();
        var before = server.Load();
        var edited = server with { Host = Location("Shop", Asp("false")) };

        var after = before.With(ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, HostFile, edited.HostText));

        Assert.Equal("true", EffectiveValueReader.Read(before.Find("Shop")!, Settings.AllowSessionState).Value);
        Assert.Equal("false", EffectiveValueReader.Read(after.Find("Shop")!, Settings.AllowSessionState).Value);
    }
}
