using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using static SessionState.Engine.Tests.Vectors.ShopServer;

namespace SessionState.Engine.Tests.Vectors;

/// <summary>Vectors 51 to 64 and 99: what ASP.NET reads, and what it does not.</summary>
public sealed class ManagedVectors
{
    private static readonly Setting SessionMode = SessionStateSettings.Mode;
    private static readonly Setting Pages = PageSettings.EnableSessionState;

    [Fact]
    public void Vector51_ModeOfTheSite_IsInheritedByTheNestedApplication()
    {
        var server = new ShopServer { WebConfigs = { ["/srv/shop"] = Web(Mode("Off")) } };

        Assert.Equal("Off", server.ValueAt("Shop", SessionMode));
        Assert.Equal("Off", server.ValueAt("Shop/store", SessionMode));
        Assert.Equal(new Provenance("Shop", "/srv/shop/web.config", 2, null), server.At("Shop/store", SessionMode).Origin);
        Assert.Equal("InProc", server.ValueAt("Other", SessionMode));
        Assert.Empty(server.DiagnosticsAt("Shop/store"));
    }

    [Fact]
    public void Vector52_TagThatIsNotInherited_HoldsForItsOwnApplicationOnly()
    {
        var server = new ShopServer
        {
            WebConfigs = { ["/srv/shop"] = Web(WebLocation(".", Mode("Off"), "inheritInChildApplications=\"false\"")) },
        };

        Assert.Equal(("Off", "Off", "InProc"), (
            server.ValueAt("Shop", SessionMode), server.ValueAt("Shop/docs", SessionMode), server.ValueAt("Shop/store", SessionMode)));
        Assert.Equal(
            (LadderRole.Ignored, "Off"),
            server.LadderAt("Shop/store", SessionMode).Where(step => step.Role == LadderRole.Ignored).Select(step => (step.Role, step.Raw)).Single());
    }

    [Theory]
    [InlineData(53, "/srv/shop/docs", "")]
    [InlineData(54, "/srv/shop", "docs")]
    public void Vectors53And54_ModeBelowTheApplication_IsAnErrorThere(int vector, string folder, string location)
    {
        Assert.InRange(vector, 53, 54);
        var content = location.Length == 0 ? Mode("Off") : WebLocation(location, Mode("Off"));
        var server = new ShopServer { WebConfigs = { [folder] = Web(content) } };

        var error = server.ErrorAt("Shop/docs", SessionMode);

        Assert.Equal((DiagnosticCodes.NotAllowedHere, folder + "/web.config", 2), (error.Code, error.File, error.Line));
        Assert.StartsWith(
            "It is an error to use a section registered as allowDefinition='MachineToApplication' beyond application level",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(("InProc", "true"), (server.ValueAt("Shop", SessionMode), server.ValueAt("Shop/docs")));
    }

    [Fact]
    public void Vector55_PagesOfAFolder_HoldThere()
    {
        var server = new ShopServer { WebConfigs = { ["/srv/shop/docs"] = Web(WebGroup("<pages enableSessionState=\"false\" />")) } };

        Assert.Equal(("false", "true"), (server.ValueAt("Shop/docs", Pages), server.ValueAt("Shop", Pages)));
        Assert.Empty(server.DiagnosticsAt("Shop/docs"));
    }

    [Fact]
    public void Vectors56And99_ModeInApplicationHost_IsShownAndIgnored()
    {
        var server = new ShopServer { Host = WebLocation("Shop", Mode("Off")) };

        Assert.Equal("InProc", server.ValueAt("Shop", SessionMode));
        Assert.True(server.At("Shop", SessionMode).IsDefault);
        var step = Assert.Single(server.LadderAt("Shop", SessionMode), step => step.Raw == "Off");
        Assert.Equal(
            ("Location tag Shop", LadderRole.Ignored, HostFile, server.HostLine("<sessionState")),
            (step.Level, step.Role, step.File, step.Line));
        Assert.Contains("ASP.NET does not read applicationHost.config", step.Note, StringComparison.Ordinal);
        var warning = Assert.Single(server.DiagnosticsAt("Shop/store"));
        Assert.Equal(
            (DiagnosticSeverity.Warning, DiagnosticCodes.Ineffective, server.HostLine("<sessionState")),
            (warning.Severity, warning.Code, warning.Line));
        Assert.Empty(server.DiagnosticsAt("Other"));
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("shop")]
    [InlineData("1")]
    public void Vector57_TagOfTheRootWebConfig_NamesTheSiteByNameOrNumber(string site)
    {
        var server = new ShopServer { Frameworks = [new(null, null, Machine("net"), RootWeb("net", WebLocation(site, Mode("Off"))))] };

        Assert.Equal(("Off", "Off", "InProc"), (
            server.ValueAt("Shop", SessionMode), server.ValueAt("Shop/store", SessionMode), server.ValueAt("Other", SessionMode)));
        Assert.Equal(new Provenance("Shop", "/srv/net/web.config", 2, site), server.At("Shop", SessionMode).Origin);
        var winner = Assert.Single(server.LadderAt("Shop", SessionMode), step => step.Role == LadderRole.Winner);
        Assert.Equal($"Location tag {site} in Root web.config", winner.Level);
    }

    [Fact]
    public void Vector58_RootWebConfig_HoldsWhereNothingBelowSaysOtherwise()
    {
        var server = new ShopServer
        {
            Frameworks = [new(null, null, Machine("net"), RootWeb("net", Mode("Off")))],
            WebConfigs = { ["/srv/shop"] = Web(Mode("InProc")) },
        };

        Assert.Equal(("InProc", "Off", "Off"), (
            server.ValueAt("Shop", SessionMode), server.ValueAt("Other", SessionMode), server.ValueAt("", SessionMode)));
        Assert.Equal(
            [("Schema default", LadderRole.Shadowed), ("machine.config", LadderRole.Silent), ("Root web.config", LadderRole.Shadowed),
                ("web.config of Shop", LadderRole.Winner)],
            server.LadderAt("Shop", SessionMode).Select(step => (step.Level, step.Role)));
    }

    [Theory]
    [InlineData("v2.0", "false", "StateServer")]
    [InlineData("v4.0", "false", "SQLServer")]
    [InlineData("v4.0", "true", "Custom")]
    [InlineData("v2.0", "true", "InProc")]
    [InlineData("", "false", "SQLServer")]
    public void Vector59_Pool_DecidesWhichFrameworkIsRead(string version, string is32Bit, string mode)
    {
        var server = new ShopServer
        {
            Pools = $"""<add name="shopPOOL" managedRuntimeVersion="{version}" enable32BitAppOnWin64="{is32Bit}" />""",
            Frameworks =
            [
                new("v2.0", true, Machine("net2"), RootWeb("net2", Mode("StateServer"))),
                new("v4.0", true, Machine("net4"), RootWeb("net4", Mode("SQLServer"))),
                new("v4.0", false, Machine("net4x86"), RootWeb("net4x86", Mode("Custom"))),
            ],
        };

        Assert.Equal((mode, "SQLServer"), (server.ValueAt("Shop", SessionMode), server.ValueAt("Shop/store", SessionMode)));
        Assert.Equal(
            version.Length == 0,
            server.DiagnosticsAt("Shop").Any(note => note.Message.Contains("runs no managed code", StringComparison.Ordinal)));
        Assert.Equal("true", server.ValueAt("Shop"));
    }

    [Fact]
    public void Vector59_LockOfOneFramework_DoesNotBindTheOther()
    {
        var server = new ShopServer
        {
            Pools = """<add name="ShopPool" managedRuntimeVersion="v2.0" /><add name="DefaultAppPool" managedRuntimeVersion="v4.0" />""",
            Frameworks =
            [
                new("v2.0", true, Machine("net2"), RootWeb("net2", WebLocation("", Mode("InProc"), "overrideMode=\"Deny\""))),
                new("v4.0", true, Machine("net4"), null),
            ],
            WebConfigs = { ["/srv/shop"] = Web(Mode("Off")), ["/srv/other"] = Web(Mode("Off")) },
        };

        Assert.Equal(DiagnosticCodes.SectionLocked, server.ErrorAt("Shop", SessionMode).Code);
        Assert.Equal(("Off", "Off"), (server.ValueAt("Shop/store", SessionMode), server.ValueAt("Other", SessionMode)));
    }

    [Theory]
    [InlineData("off")]
    [InlineData("0")]
    [InlineData(" Off")]
    public void Vector60_ModeInAnotherSpelling_IsARunTimeError(string mode)
    {
        var server = new ShopServer { WebConfigs = { ["/srv/shop"] = Web(Mode(mode)) } };

        var error = server.ErrorAt("Shop", SessionMode);

        Assert.StartsWith(
            "The 'mode' attribute is invalid.  Enum must be one of Off, InProc, StateServer, SQLServer, Custom", error.Message, StringComparison.Ordinal);
        Assert.Equal(mode != "0", error.Message.Contains("ASP.NET accepts it only as \"Off\"", StringComparison.Ordinal));
        Assert.Equal("true", server.ValueAt("Shop"));
    }

    [Theory]
    [InlineData("readonly", "ReadOnly")]
    [InlineData("True", "true")]
    public void Vector61_PagesInAnotherSpelling_IsARunTimeError(string value, string meant)
    {
        var server = new ShopServer { WebConfigs = { ["/srv/shop"] = Web(WebGroup($"<pages enableSessionState=\"{value}\" />")) } };

        Assert.Contains($"only as \"{meant}\"", server.ErrorAt("Shop", Pages).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InProc", "525600", "525600")]
    [InlineData("InProc", "525601", null)]
    [InlineData("StateServer", "525601", null)]
    [InlineData("InProc", "Infinite", null)]
    [InlineData("SQLServer", "525601", "525601")]
    [InlineData("SQLServer", "Infinite", "Infinite")]
    [InlineData("SQLServer", "0", null)]
    public void Vector62_TimeoutInMemory_IsAYearAtMost(string mode, string timeout, string? expected)
    {
        var server = new ShopServer
        {
            WebConfigs =
            {
                ["/srv/shop"] = Web(Mode(mode)),
                ["/srv/shop/store"] = Web(WebGroup($"<sessionState timeout=\"{timeout}\" />")),
            },
        };

        Assert.Equal(expected, server.ValueAt("Shop/store", SessionStateSettings.Timeout));
        Assert.Equal("20", server.ValueAt("Shop", SessionStateSettings.Timeout));
    }

    [Theory]
    [InlineData("true", "UseUri")]
    [InlineData("false", "UseCookies")]
    [InlineData("AutoDetect", "AutoDetect")]
    [InlineData("TRUE", null)]
    public void Vector63_Cookieless_HasAliases(string raw, string? value) => Assert.Equal(
        value,
        new ShopServer { WebConfigs = { ["/srv/shop"] = Web(WebGroup($"<sessionState cookieless=\"{raw}\" />")) } }
            .ValueAt("Shop", SessionStateSettings.Cookieless));

    [Fact]
    public void Vector64_CookieSameSite_IsKnownAndSaysSinceWhen()
    {
        var server = new ShopServer { WebConfigs = { ["/srv/shop"] = Web(WebGroup("<sessionState cookieSameSite=\"Strict\" />")) } };

        Assert.Equal("Strict", server.ValueAt("Shop", SessionStateSettings.CookieSameSite));
        Assert.NotNull(SessionStateSettings.CookieSameSite.Since);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("<attribute name=\"cookieSameSite\" type=\"enum\" />", false)]
    public void Vector64_CookieSameSiteOnAnOldServer_IsAWarningAboutIissTools(string attribute, bool isOld)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(
            $"<configSchema><sectionSchema name=\"system.web/sessionState\"><attribute name=\"sqlConnectionRetryInterval\" />{attribute}</sectionSchema></configSchema>");
        var shop = new ShopServer { WebConfigs = { ["/srv/shop"] = Web(WebGroup("<sessionState cookieSameSite=\"Strict\" />")) } };
        var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, HostFile, shop.HostText);
        var layout = ServerLayout.Read(file, new Dictionary<string, string>(), schema: ServerSchema.Read("/srv/schema.xml", bytes));

        var server = ServerConfiguration.Build(file, layout, shop.Content);

        Assert.Equal("Strict", EffectiveValueReader.Read(server.Find("Shop/store")!, SessionStateSettings.CookieSameSite).Value);
        Assert.Equal(
            isOld ? [(DiagnosticSeverity.Warning, DiagnosticCodes.UnknownAttribute)] : [],
            NodeDiagnostics.Read(server.Find("Shop/store")!).Select(problem => (problem.Severity, problem.Code)));
    }

    [Theory]
    [InlineData("allowOverride=\"true\"", null)]
    [InlineData("overrideMode=\"Allow\"", "Off")]
    public void Vector37_AllowOverrideTrue_IsNoWordForAspNet(string attribute, string? expected)
    {
        var machine = Machine(
            "net",
            "<section name=\"sessionState\" overrideModeDefault=\"Deny\" />",
            WebLocation("", WebGroup("<sessionState />"), attribute));
        var server = new ShopServer { Frameworks = [new(null, null, machine, null)], WebConfigs = { ["/srv/shop"] = Web(Mode("Off")) } };

        Assert.Equal(expected, server.ValueAt("Shop", SessionMode));
        Assert.Contains(server.LadderAt("Shop", SessionMode), step => step.Level == "machine.config" && step.Note is not null);
    }

    [Fact]
    public void Values_OfManagedSettings_AreReadWithoutAllocating()
    {
        var server = new ShopServer
        {
            Frameworks = [new("v2.0", true, Machine("net2"), RootWeb("net2", Mode("Off"))), new("v4.0", true, Machine("net4"), RootWeb("net4", Mode("Off")))],
            WebConfigs = { ["/srv/shop"] = Web(WebGroup("<sessionState timeout=\"30\" /><pages />")) },
        }.Load();
        var node = server.Find("Shop/store")!;
        _ = EffectiveValueReader.Read(node, SessionMode);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var value = EffectiveValueReader.Read(node, SessionMode).Value;

        Assert.Equal((0L, "Off"), (GC.GetAllocatedBytesForCurrentThread() - before, value));
    }

    [Fact]
    public void Section_ThatMachineConfigDoesNotRegister_IsAnError()
    {
        var server = new ShopServer
        {
            Frameworks = [new(null, null, Machine("net", "<section name=\"pages\" />"), null)],
            WebConfigs = { ["/srv/shop"] = Web(Mode("Off")) },
        };

        Assert.Equal(DiagnosticCodes.UnregisteredSection, server.ErrorAt("Shop", SessionMode).Code);
        Assert.Equal("InProc", server.ValueAt("Other", SessionMode));
    }

    [Fact]
    public void MachineConfig_ThatIsMalformed_LeavesAspNetWithoutValues()
    {
        var broken = ConfigurationFile.Read(ConfigurationFileKind.Machine, "/srv/net/machine.config", "<configuration>");
        var server = new ShopServer { Frameworks = [new(null, null, broken, null)] };

        Assert.Equal("/srv/net/machine.config", server.ErrorAt("Shop", SessionMode).File);
        Assert.Equal("true", server.ValueAt("Shop"));
        Assert.Contains(server.Load().Diagnostics, problem => problem.File == "/srv/net/machine.config");
    }

    [Fact]
    public void Section_ThatMachineConfigRegistersForTheMachineOnly_IsRefusedBelow()
    {
        const string sections = """<section name="sessionState" allowDefinition="MachineToWebRoot" allowLocation="false" />""";
        var server = new ShopServer
        {
            Frameworks = [new(null, null, Machine("net", sections), RootWeb("net", Mode("StateServer")))],
            WebConfigs = { ["/srv/shop"] = Web(Mode("Off")) },
        };

        Assert.Equal("StateServer", server.ValueAt("Other", SessionMode));
        Assert.Equal(DiagnosticCodes.NotAllowedHere, server.ErrorAt("Shop", SessionMode).Code);
    }

    [Fact]
    public void Secrets_NeverLeaveTheEngine()
    {
        const string secret = "data source=db;user id=app;password=hunter2";
        var server = new ShopServer
        {
            WebConfigs = { ["/srv/shop"] = Web(WebGroup($"<sessionState mode=\"SQLServer\" sqlConnectionString=\"{secret}\" bad=\"\" />")) },
        };
        var good = server with
        {
            WebConfigs = new() { ["/srv/shop"] = Web(WebGroup($"<sessionState mode=\"SQLServer\" sqlConnectionString=\"{secret}\" />")) },
        };

        var value = good.At("Shop", SessionStateSettings.SqlConnectionString);
        Assert.Equal((Setting.Hidden, Setting.Hidden), (value.Value, value.Raw));
        Assert.Contains(good.LadderAt("Shop", SessionStateSettings.SqlConnectionString), step => step.Raw == Setting.Hidden);
        Assert.DoesNotContain(server.DiagnosticsAt("Shop"), problem => problem.Message.Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<pages enablesessionstate=\"false\" />", "The attribute is called enableSessionState.")]
    [InlineData("<sessionState Mode=\"Off\" />", "The attribute is called mode.")]
    public void Attribute_InAnotherLetterCase_IsAnsweredWithItsName(string content, string remedy)
    {
        var server = new ShopServer { WebConfigs = { ["/srv/shop"] = Web(WebGroup(content)) } };

        Assert.Equal(remedy, server.DiagnosticsAt("Shop")[0].Remedy);
    }

    [Fact]
    public void Collections_OfManagedSections_AreLegalAndOpaque()
    {
        const string content = """
            <sessionState mode="Custom" customProvider="p" configBuilders="b"><providers><clear /><add name="p" type="T" any="1" /></providers></sessionState>
            <pages newAttribute="1"><namespaces><add namespace="N" /></namespaces><controls><add tagPrefix="a" /></controls><something><else /></something></pages>
            """;
        var server = new ShopServer { WebConfigs = { ["/srv/shop"] = Web(WebGroup(content)) } };

        Assert.Empty(server.DiagnosticsAt("Shop"));
        Assert.Equal(("Custom", "p"), (server.ValueAt("Shop", SessionMode), server.ValueAt("Shop", SessionStateSettings.CustomProvider)));
    }
}
