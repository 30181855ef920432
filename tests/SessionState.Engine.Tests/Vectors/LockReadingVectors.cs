using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using static SessionState.Engine.Tests.Vectors.ShopServer;

namespace SessionState.Engine.Tests.Vectors;

/// <summary>
/// What is said about locks: vectors 30, 37 and 42 to 49. IIS's tests for 47 to 49 lock items of the collection 'modules'. The section asp has
/// no collection, so its child element 'session' stands for the item: locked, it may not be touched by a lower file, and open, it may.
/// </summary>
public sealed class LockReadingVectors
{
    private const string Section = "system.webServer/asp";

    [Fact]
    public void Vector30_LockedByDefault_IsInheritedDenied()
    {
        var server = new ShopServer();

        var locking = Explain(server, "Shop");

        Assert.Equal(
            (true, OverrideMode.Inherit, OverrideMode.Deny), (locking.Lock.IsLocked, locking.OverrideMode, locking.EffectiveOverrideMode));
        Assert.Equal((HostFile, server.HostLine("name=\"asp\"")), (locking.LockedBelowBy.File, locking.LockedBelowBy.Line));
        Assert.Empty(locking.GranularLocks);
    }

    [Fact]
    public void Vector37_LegacyTag_IsAnExplicitAllow()
    {
        var server = new ShopServer { Host = Location("Shop", "<asp/>", "allowOverride=\"true\"") };

        Assert.Equal((OverrideMode.Allow, OverrideMode.Allow), Modes(Explain(server, "Shop")));
        Assert.Equal((OverrideMode.Inherit, OverrideMode.Allow), Modes(Explain(server, "Shop/store")));
        Assert.Equal((OverrideMode.Inherit, OverrideMode.Deny), Modes(Explain(server, "Other")));
        Assert.Equal((OverrideMode.Inherit, OverrideMode.Deny), Modes(Explain(server, "")));
    }

    [Fact]
    public void Vector40_LockOfAWebConfig_IsFoundBelowItAndNotAtIt()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            WebConfigs = { ["/srv/shop"] = Web(Location(".", "<asp/>", "overrideMode=\"Deny\"")) },
        };

        var (own, below) = (Explain(server, "Shop"), Explain(server, "Shop/store"));

        Assert.Equal((false, OverrideMode.Deny, OverrideMode.Deny), (own.Lock.IsLocked, own.OverrideMode, own.EffectiveOverrideMode));
        Assert.Equal(("/srv/shop/web.config", 2), (below.Lock.File, below.Lock.Line));
        Assert.Equal(OverrideMode.Inherit, below.OverrideMode);
    }

    [Fact]
    public void Vectors42To46_EveryGranularLock_IsListedWithItsPlace()
    {
        var server = new ShopServer
        {
            AspMode = "Allow",
            Host = Group("\n<asp lockAllAttributesExcept=\"bufferingOn\" lockElements=\"limits, cache\">\n<session lockItem=\"true\" /></asp>")
                + "\n" + Location("Shop", "<asp lockAllElementsExcept=\"session\"><comPlus lockAttributes=\"*\" /></asp>"),
        };

        var locks = Explain(server, "Shop/docs").GranularLocks;

        Assert.Equal(
            [
                ("asp", "lockAllAttributesExcept=\"bufferingOn\"", "", null),
                ("asp", "lockElements=\"limits,cache\"", "", null),
                ("session", "lockItem=\"true\"", "", null),
                ("asp", "lockAllElementsExcept=\"session\"", "Shop", "Shop"),
                ("comPlus", "lockAttributes=\"*\"", "Shop", "Shop"),
            ],
            locks.Select(found => (found.Element, found.Text, found.ConfigurationPath, found.LocationPath)));
        Assert.All(locks, found => Assert.Equal(HostFile, found.File));
        Assert.Equal(server.HostLine("<session"), locks[2].Line);
        Assert.Equal(3, Explain(server, "").GranularLocks.Length);
        Assert.Equal(3, Explain(server, "Other").GranularLocks.Length);
    }

    [Theory]
    [InlineData("<asp lockAttributes=\"notExisted\" />", "lockAttributes contains unknown attribute 'notExisted'")]
    [InlineData("<asp lockAllAttributesExcept=\"codePage,notExisted\" />", "lockAllAttributesExcept contains unknown attribute 'notExisted'")]
    [InlineData("<asp lockElements=\"notExisted\" />", "lockElements contains unknown element 'notExisted'")]
    [InlineData("<asp lockAllElementsExcept=\"session,x\" />", "lockAllElementsExcept contains unknown element 'x'")]
    [InlineData("<asp><session lockAttributes=\"codePage\" /></asp>", "lockAttributes contains unknown attribute 'codePage'")]
    [InlineData("<asp lockItem=\"yes\" />", "The 'lockItem' attribute is invalid.  Value must be true or false")]
    public void Vector44_UnknownNameInAnyLock_BreaksTheNodesThatReadIt(string section, string message)
    {
        var above = new ShopServer { Host = Group($"\n{section}") };
        var own = new ShopServer { AspMode = "Allow", WebConfigs = { ["/srv/shop"] = Web(Group(section)) } };

        Assert.Equal((DiagnosticCodes.InvalidLock, message), (above.ErrorAt("Other").Code, above.ErrorAt("Other").Message));
        Assert.Equal((HostFile, above.HostLine(section[..8])), (above.ErrorAt("").File, above.ErrorAt("").Line));
        Assert.Equal(("/srv/shop/web.config", 2), (own.ErrorAt("Shop/store").File, own.ErrorAt("Shop/store").Line));
        Assert.Equal("true", own.ValueAt("Other"));
    }

    [Theory]
    [InlineData("lockAllAttributesExcept=\"scriptErrorSentToBrowser\" lockElements=\"limits,cache\"", true)]
    [InlineData("lockAttributes=\"codePage\"", true)]
    [InlineData("lockAllAttributesExcept=\"scriptErrorSentToBrowser\" lockElements=\"limits,cache,session,comPlus\"", false)]
    [InlineData("lockAllAttributesExcept=\"scriptErrorSentToBrowser\" lockElements=\"*\"", false)]
    [InlineData("lockAttributes=\"*\" lockElements=\"comPlus,cache,limits\"", false)]
    [InlineData("lockItem=\"true\"", false)]
    public void Vector46_LocksThatForgetSession_AreAnInformation(string locks, bool isGap)
    {
        var server = new ShopServer { AspMode = "Allow", Host = $"\n{Group($"<asp {locks} />")}" };

        var found = server.DiagnosticsAt("").Where(diagnostic => diagnostic.Code == DiagnosticCodes.OpenDelegation).ToList();

        Assert.Equal(isGap ? [(DiagnosticSeverity.Info, HostFile, server.HostLine("<asp"))] : [], found.Select(gap => (gap.Severity, gap.File!, gap.Line!.Value)));
        Assert.Equal(found, Explain(server, "Shop").Diagnostics);
    }

    [Fact]
    public void Vector46_LocksThatForgetSessionInALockedSection_AreNoGap()
    {
        var server = new ShopServer { Host = Group("<asp lockElements=\"limits,cache\" />") };

        Assert.DoesNotContain(server.DiagnosticsAt(""), diagnostic => diagnostic.Code == DiagnosticCodes.OpenDelegation);
    }

    [Fact]
    public void Vector47_LockedItem_MayBeTouchedByALocationTagOfTheSameFile() =>
        Assert.Equal("false", Items("<session lockItem=\"true\" />", Location("Shop", Asp("false")), null).ValueAt("Shop"));

    [Fact]
    public void Vector48_LockedItem_MayNotBeTouchedByALowerFile() =>
        Assert.Equal(DiagnosticCodes.ItemLocked, Items("<session lockItem=\"true\" />", "", Group(Asp("false"))).ErrorAt("Shop").Code);

    [Theory]
    [InlineData("<session />")]
    [InlineData("<session lockItem=\"false\" />")]
    public void Vector49_OpenItem_MayBeTouchedByALowerFile(string item) =>
        Assert.Equal("false", Items(item, "", Group(Asp("false"))).ValueAt("Shop"));

    private static ShopServer Items(string item, string host, string? web)
    {
        var server = new ShopServer { AspMode = "Allow", Host = Group($"<asp>{item}</asp>") + host };
        return web is null ? server : server with { WebConfigs = new() { ["/srv/shop"] = Web(web) } };
    }

    private static SectionLocking Explain(ShopServer server, string path) => LockReader.Explain(server.Load().Find(path)!, Section);

    private static (OverrideMode, OverrideMode) Modes(SectionLocking locking) => (locking.OverrideMode, locking.EffectiveOverrideMode);
}
