using System.Text;
using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Editing.Repairs;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using SessionState.Engine.Tests.Vectors;
using static SessionState.Engine.Tests.Vectors.ShopServer;

namespace SessionState.Engine.Tests.Editing.Locks;

/// <summary>Locks of sections that ASP.NET reads: from the root web.config down, past applicationHost.config.</summary>
public sealed class ManagedLockTests
{
    private const string Section = "system.web/sessionState";
    private const string Root = "/srv/net/web.config";
    private const string ShopFile = "/srv/shop/web.config";

    [Fact]
    public void Lock_Site_GoesToTheRootWebConfigAndRehearses()
    {
        var server = Server("", Mode("Off"));

        var plan = Plan(server, new("Shop", Section, OverrideMode.Deny, null)).Plan!;

        Assert.Equal(("MACHINE/WEBROOT", Root, "Shop"), (plan.Target.CommitPath, plan.Target.File, plan.Target.LocationPath));
        Assert.Contains(
            "<location path=\"Shop\" overrideMode=\"Deny\"><system.web><sessionState /></system.web></location>",
            string.Concat(plan.Files[0].After.Split('\n').Select(line => line.Trim())),
            StringComparison.Ordinal);
        var failing = Assert.Single(plan.Rehearsal.StartFailing);
        Assert.Equal((ShopFile, "Shop", Root, null), (failing.File, failing.ConfigurationPath, failing.LockFile, failing.ErrorNumber));
        Assert.Contains("a configuration error of ASP.NET", plan.Warnings[0], StringComparison.Ordinal);
        Assert.Contains(plan.Warnings, warning => warning.StartsWith("Every ASP.NET application", StringComparison.Ordinal));
    }

    [Fact]
    public void Vector56_LockInApplicationHost_IsRefusedBecauseNobodyReadsIt()
    {
        var refusal = Plan(Server("", ""), new("Shop", Section, OverrideMode.Deny, "MACHINE/WEBROOT/APPHOST")).Refusal!;

        Assert.Equal(RefusalKind.NotHere, refusal.Kind);
        Assert.StartsWith("ASP.NET does not read applicationHost.config", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_InTheSitesFile_BindsItsApplications()
    {
        var plan = Plan(Server("", ""), new("Shop", Section, OverrideMode.Deny, "MACHINE/WEBROOT/APPHOST/Shop")).Plan!;

        Assert.Contains("<location path=\".\" overrideMode=\"Deny\">", plan.Files[0].After, StringComparison.Ordinal);
        Assert.Contains("Shop/store", plan.Rehearsal.LoseOverride.Select(node => node.Path));
    }

    [Fact]
    public void Lock_BelowTheApplication_IsRefused()
    {
        var refusal = Plan(Server("", ""), new("Shop/docs", Section, OverrideMode.Deny, "MACHINE/WEBROOT/APPHOST/Shop")).Refusal!;

        Assert.Contains("beyond application level", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnlockAndRepair_SiteLockedInTheRootWebConfig_BothWork()
    {
        var root = WebLocation("Shop", "<system.web><sessionState /></system.web>", "overrideMode=\"Deny\"");
        var server = Server(root, Mode("Off"));

        var unlock = LockPlanner.Plan(server.Load(), new("Shop", Section, OverrideMode.Allow, null), Read(server, root)).Plan!;
        Assert.Equal(Root, unlock.Target.File);
        var repair = RepairPlanner.Plan(server.Load(), new("Shop", Section), Read(server, root)).Plan!;
        Assert.Equal(["the section <sessionState>"], repair.Removed);
        Assert.Single(repair.Rehearsal.StopFailing);
        Assert.Equal(new LockEdit("Shop", Section, OverrideMode.Allow, null), repair.Instead);
    }

    [Theory]
    [InlineData("lockAttributes=\"mode\"")]
    [InlineData("lockAllAttributesExcept=\"timeout\"")]
    [InlineData("lockItem=\"true\"")]
    public void X18_AttributeOfTheSectionLockedAbove_IsRefusedNamingTheLock(string locks)
    {
        var server = Server($"<system.web><sessionState {locks} /></system.web>", "");
        var edit = new SettingEdit("Shop", Engine.Schema.SessionStateSettings.Mode, EditAction.Set, "Off", "MACHINE/WEBROOT/APPHOST/Shop");

        var refusal = EditPlanner.Plan(server.Load(), edit, _ => null).Refusal!;

        Assert.Equal((RefusalKind.Locked, Root, 2), (refusal.Kind, refusal.File, refusal.Line));
        Assert.Contains(locks, refusal.Message, StringComparison.Ordinal);
    }

    private static ShopServer Server(string root, string shop) => new()
    {
        Frameworks = [new(null, null, Machine("net"), RootWeb("net", root))],
        WebConfigs = { ["/srv/shop"] = Web(shop) },
    };

    private static PlanResult<LockPlan> Plan(ShopServer server, LockEdit edit) => LockPlanner.Plan(server.Load(), edit, Read(server, ""));

    private static Func<string, SourceText?> Read(ShopServer server, string root) => file => SourceText.Decode(
        Encoding.UTF8.GetBytes(file == Root ? Web(root) : server.WebConfigs["/srv/shop"]), file, out _);
}
