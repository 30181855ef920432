using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using static SessionState.Engine.Tests.Vectors.ShopServer;

namespace SessionState.Engine.Tests.Vectors;

/// <summary>Vectors 29 to 50 and 52: section locks, attribute, element and item locks, and what child applications do not inherit.</summary>
public sealed class LockVectors
{
    private const string LockText =
        "This configuration section cannot be used at this path. This happens when the section is locked at a parent level.";

    private const string ShopWeb = "/srv/shop";
    private const string StoreWeb = "/srv/shop/store";
    private const string OtherWeb = "/srv/other";

    [Fact]
    public void Vector29_LockedSectionInAWebConfig_BreaksTheNodeAndAllBelow()
    {
        var server = new ShopServer { WebConfigs = { [ShopWeb] = Web(Group("\n" + Asp("false"))) } };

        var violation = server.At("Shop/store").Violation!;

        Assert.StartsWith(LockText, violation.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(
            (DiagnosticCodes.SectionLocked, "/srv/shop/web.config", 3),
            (violation.Diagnostic.Code, violation.Diagnostic.File, violation.Diagnostic.Line));
        Assert.Equal((HostFile, server.HostLine("name=\"asp\"")), (violation.LockFile, violation.LockLine));
        Assert.Contains($"overrideModeDefault=\"Deny\" in {HostFile}, line {violation.LockLine}", violation.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("/srv/shop/web.config", violation.Diagnostic.Remedy, StringComparison.Ordinal);
        Assert.Equal("true", server.ValueAt("Other"));
    }

    [Fact]
    public void Vector30_LockedSectionWithSilentWebConfig_IsReadableAndLocked()
    {
        var server = new ShopServer { Host = Location("Shop", Asp("false")), WebConfigs = { [ShopWeb] = Web("") } };

        Assert.Equal("false", server.ValueAt("Shop"));
        var locked = LockReader.Read(server.Load().Find("Shop")!, "system.webServer/asp");
        Assert.Equal((true, HostFile, server.HostLine("name=\"asp\"")), (locked.IsLocked, locked.File, locked.Line));
        Assert.False(server.IsLockedAt(""));
    }

    [Fact]
    public void Vector32_RegistrationAllow_OpensTheSection()
    {
        var server = new ShopServer { AspMode = "Allow", WebConfigs = { [ShopWeb] = Web(Group(Asp("false"))) } };

        Assert.Equal("false", server.ValueAt("Shop"));
        Assert.False(server.IsLockedAt("Shop"));
    }

    [Fact]
    public void Vector33_TagWithEmptySection_UnlocksItsSiteOnly()
    {
        var server = new ShopServer
        {
            Host = Location("Shop", "<asp/>", "overrideMode=\"Allow\""),
            WebConfigs = { [ShopWeb] = Web(Group(Asp("false"))), [OtherWeb] = Web(Group(Asp("false"))) },
        };

        Assert.Equal("false", server.ValueAt("Shop"));
        Assert.Equal(DiagnosticCodes.SectionLocked, server.ErrorAt("Other").Code);
    }

    [Fact]
    public void Vector34_OwnLevelTagAllow_OpensEverySite()
    {
        var server = new ShopServer { Host = Location("", "<asp/>", "overrideMode=\"Allow\"") };

        Assert.False(server.IsLockedAt("Shop"));
        Assert.False(server.IsLockedAt("Other"));
    }

    [Fact]
    public void Vector35_NearestTagOfAFile_Wins()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Location("", "<asp/>", "overrideMode=\"Deny\"") + Location("Shop", "<asp/>", "overrideMode=\"Allow\""),
        };

        Assert.False(server.IsLockedAt("Shop/docs"));
        Assert.True(server.IsLockedAt("Other"));
    }

    [Fact]
    public void Vector36_AllowOverrideFalse_Locks()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = "\n" + Location("Shop", "<asp/>", "allowOverride=\"false\""),
            WebConfigs = { [ShopWeb] = Web(Group(Asp("true"))) },
        };

        Assert.Equal(DiagnosticCodes.SectionLocked, server.ErrorAt("Shop").Code);
        Assert.Equal(server.HostLine("allowOverride"), server.At("Shop").Violation!.LockLine);
        Assert.Contains("location tag 'Shop'", server.ErrorAt("Shop").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vector37_AllowOverrideTrue_UnlocksForNativeReaders() =>
        Assert.False(new ShopServer { Host = Location("Shop", "<asp/>", "allowOverride=\"true\"") }.IsLockedAt("Shop"));

    [Fact]
    public void Vector38_BothModesOnOneTag_AreAConfigurationError()
    {
        var server = new ShopServer { Host = Location("Shop", "<asp/>", "overrideMode=\"Allow\" allowOverride=\"true\"") };

        var error = server.ErrorAt("Shop");

        Assert.Equal((DiagnosticCodes.InvalidLocation, server.HostLine("allowOverride")), (error.Code, error.Line));
        Assert.Contains("both overrideMode and allowOverride", error.Message, StringComparison.Ordinal);
        Assert.Equal("true", server.ValueAt("Other"));
    }

    [Fact]
    public void Vector39_LowerFile_CannotUnlock()
    {
        var server = new ShopServer { WebConfigs = { [ShopWeb] = Web(Location(".", "<asp/>", "overrideMode=\"Allow\"")) } };

        var error = server.ErrorAt("Shop");

        Assert.Equal((DiagnosticCodes.SectionLocked, "/srv/shop/web.config"), (error.Code, error.File));
        Assert.Contains("cannot unlock", error.Message, StringComparison.Ordinal);
        Assert.True(server.IsLockedAt("Shop/docs"));
    }

    [Fact]
    public void Vector40_LockInAWebConfig_BindsTheFilesBelow()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            WebConfigs =
            {
                [ShopWeb] = Web(Location(".", Asp("false"), "overrideMode=\"Deny\"")),
                [StoreWeb] = Web(Group(Asp("true"))),
            },
        };

        Assert.Equal("false", server.ValueAt("Shop"));
        Assert.False(server.IsLockedAt("Shop"));
        Assert.True(server.IsLockedAt("Shop/docs"));
        Assert.Equal("/srv/shop/store/web.config", server.ErrorAt("Shop/store").File);
        Assert.Equal("/srv/shop/web.config", server.At("Shop/store").Violation!.LockFile);
    }

    [Fact]
    public void Vector41_HigherAllowBelowLowerDeny_IsIllegal()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Location("Shop/store", "<asp/>", "overrideMode=\"Allow\""),
            WebConfigs = { [ShopWeb] = Web(Location(".", "<asp/>", "overrideMode=\"Deny\"")) },
        };

        var error = server.ErrorAt("Shop/store/inner");

        Assert.Equal((DiagnosticCodes.LockConflict, "/srv/shop/web.config"), (error.Code, error.File));
        Assert.Equal("true", server.ValueAt("Shop"));
    }

    [Theory]
    [InlineData(42, "lockAttributes=\"allowSessionState,timeout\"")]
    [InlineData(43, "lockAttributes=\"*\"")]
    [InlineData(46, "lockAllAttributesExcept=\"timeout\"")]
    public void Vectors42And43_LockedAttribute_MayNotBeSetBelowEvenToTheSameValue(int vector, string locks)
    {
        Assert.InRange(vector, 42, 46);
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Group($"<asp>\n<session allowSessionState=\"true\" {locks} /></asp>"),
            WebConfigs = { [ShopWeb] = Web(Group(Asp("true"))), [OtherWeb] = Web(Group("<asp><session /></asp>")) },
        };

        var error = server.ErrorAt("Shop");

        Assert.Equal((DiagnosticCodes.AttributeLocked, "/srv/shop/web.config", 2), (error.Code, error.File, error.Line));
        Assert.StartsWith("Lock violation", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{HostFile}, line {server.HostLine("<session")}", error.Message, StringComparison.Ordinal);
        Assert.Equal("true", server.ValueAt("Other"));
    }

    [Fact]
    public void Vector44_LockOfAnUnknownName_IsAnError()
    {
        var server = new ShopServer { Host = Group("<asp lockAttributes=\"notExisted\" />") };

        Assert.Equal("lockAttributes contains unknown attribute 'notExisted'", server.ErrorAt("Shop").Message);
    }

    [Theory]
    [InlineData("lockElements=\"session\"", DiagnosticCodes.ElementLocked)]
    [InlineData("lockElements=\"*\"", DiagnosticCodes.ElementLocked)]
    [InlineData("lockAllElementsExcept=\"limits\"", DiagnosticCodes.ElementLocked)]
    [InlineData("lockItem=\"true\"", DiagnosticCodes.ItemLocked)]
    public void Vector45_LockedElement_MayNotBeUsedBelow(string locks, string code)
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Group($"<asp {locks} />"),
            WebConfigs = { [ShopWeb] = Web(Group(Asp("false"))) },
        };

        Assert.Equal((code, "/srv/shop/web.config"), (server.ErrorAt("Shop").Code, server.ErrorAt("Shop").File));
    }

    [Fact]
    public void Vector46_DelegationRecipeWithoutSession_LeavesSessionOpen()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Group("<asp lockAllAttributesExcept=\"scriptErrorSentToBrowser\" lockElements=\"limits,cache\" />"),
            WebConfigs = { [ShopWeb] = Web(Group(Asp("false"))), [OtherWeb] = Web(Group("<asp bufferingOn=\"false\" />")) },
        };

        Assert.Equal("false", server.ValueAt("Shop"));
        Assert.Equal(DiagnosticCodes.AttributeLocked, server.ErrorAt("Other").Code);
    }

    [Fact]
    public void Vectors47And48_ItemLock_BindsLowerFilesOnly()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Group("<asp><session lockItem=\"true\" /></asp>") + Location("Shop", Asp("false")),
            WebConfigs = { [OtherWeb] = Web(Group(Asp("false"))) },
        };

        Assert.Equal("false", server.ValueAt("Shop"));
        Assert.Equal(DiagnosticCodes.ItemLocked, server.ErrorAt("Other").Code);
    }

    [Fact]
    public void Vector50_AttributeLock_DoesNotBindOtherTagsOfItsFile()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Group("<asp><session lockAttributes=\"allowSessionState\" /></asp>") + Location("Shop", Asp("false")),
        };

        Assert.Equal("false", server.ValueAt("Shop"));
    }

    [Fact]
    public void Vector52_ContentForTheLevelItself_IsNotInheritedByChildApplications()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            WebConfigs = { [ShopWeb] = Web(Location(".", Asp("false"), "inheritInChildApplications=\"false\"")) },
        };

        Assert.Equal(("false", "false", "true"), (server.ValueAt("Shop"), server.ValueAt("Shop/docs"), server.ValueAt("Shop/store")));
    }

    [Fact]
    public void AttributeLock_ForTheLevelItself_DoesNotReachChildApplications()
    {
        const string holder = "<asp><session lockAttributes=\"allowSessionState\" /></asp>";
        var server = new ShopServer
        {
            AspMode = "Allow",
            WebConfigs =
            {
                [ShopWeb] = Web(Location(".", holder, "inheritInChildApplications=\"false\"")),
                ["/srv/shop/docs"] = Web(Group(Asp("false"))),
                [StoreWeb] = Web(Group(Asp("false"))),
            },
        };

        Assert.Equal(DiagnosticCodes.AttributeLocked, server.ErrorAt("Shop/docs").Code);
        Assert.Equal("false", server.ValueAt("Shop/store"));
    }

    [Fact]
    public void Violation_InContentForTheLevelItself_DoesNotReachChildApplications()
    {
        var server = new ShopServer
        {
            WebConfigs = { [ShopWeb] = Web(Location(".", Asp("false"), "inheritInChildApplications=\"false\"")) },
        };

        Assert.Equal(DiagnosticCodes.SectionLocked, server.ErrorAt("Shop/docs").Code);
        Assert.Equal("true", server.ValueAt("Shop/store"));
    }
}
