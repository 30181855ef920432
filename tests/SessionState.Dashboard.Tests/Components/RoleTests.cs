using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Layout;
using SessionState.Dashboard.Components.Node;
using SessionState.Dashboard.Components.Pages;
using SessionState.Dashboard.Components.Pending;
using SessionState.Dashboard.Tests.Support;
using static SessionState.Contracts.Permission;

namespace SessionState.Dashboard.Tests.Components;

/// <summary>What the screens offer to each role, and to nobody else. The Service decides again. Row C07. ASVS 8.2.1.</summary>
public sealed class RoleTests : DashboardContext
{
    private const string Place = "Contoso";

    private static readonly string[] LockButtons = ["Lock here and below", "Unlock here and below", "As the level above says"];

    // As a new policy of the Service defines them.
    private static readonly Dictionary<string, Permission[]> Roles = new()
    {
        ["Auditor"] = [TreeRead, EffectiveRead, HistoryRead, AuditRead, AuditExport],
        ["HelpDesk"] = [TreeRead, EffectiveRead, SessionSet, SessionClear, HistoryRead],
        ["Operator"] = [TreeRead, EffectiveRead, SessionSet, SessionClear, LockSet, HistoryRead, Rollback, AuditRead],
        ["Approver"] = [TreeRead, EffectiveRead, HistoryRead, AuditRead, ChangeApprove],
        ["Administrator"] = [TreeRead, AuditRead, AuditExport, UsersManage, ServiceAdmin],
    };

    public static TheoryData<string, bool, bool, bool, bool> Offers => new()
    {
        // role, change, locks, taking back, access
        { "Auditor", false, false, false, false },
        { "HelpDesk", true, false, false, false },
        { "Operator", true, true, true, false },
        { "Approver", false, false, false, false },
        { "Administrator", false, false, false, true },
    };

    [Theory]
    [MemberData(nameof(Offers))]
    public async Task Screens_OfEachRole_OfferWhatItMayDo(string role, bool change, bool locks, bool takingBack, bool access)
    {
        Service.Grants.Mine = FakeGrants.At(Place, Roles[role]);
        await StartFeedAsync();

        Assert.Equal((change, locks), await NodeOffersAsync(Place));
        Assert.Equal((change, locks), await NodeOffersAsync("Contoso/shop"));
        Assert.Equal((takingBack, takingBack), await TakingBackAsync(Place));
        Assert.Equal(access, Render<NavRail>().FindAll("a").Any(link => link.Words() == "Access"));
    }

    [Theory]
    [InlineData("HelpDesk")]
    [InlineData("Operator")]
    public async Task Screens_OutsideOfTheGrant_OfferNothing(string role)
    {
        Service.Grants.Mine = FakeGrants.At(Place, Roles[role]);
        await StartFeedAsync();

        Assert.Equal((false, false), await NodeOffersAsync("Fabrikam"));
        Assert.Equal((false, false), await NodeOffersAsync(""));
        Assert.Equal((false, false), await TakingBackAsync("Fabrikam"));
    }

    [Fact]
    public async Task Lock_ForWhoMayNotLock_IsStillExplained()
    {
        Service.Grants.Mine = FakeGrants.At(Place, Roles["HelpDesk"]);
        await StartFeedAsync();

        var pane = await PaneAsync(Place);

        Assert.Contains("Locked in applicationHost.config", pane.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repair_ForWhoMayNotLock_IsNotOffered()
    {
        Service.Grants.Mine = FakeGrants.At("Fabrikam", Roles["HelpDesk"]);
        await StartFeedAsync();

        Assert.False((await PaneAsync("Fabrikam/reports")).HasButton("Take it out of this file"));
    }

    [Fact]
    public async Task Badge_ForWhomNothingIsGranted_SaysSoAndNotConnecting()
    {
        Service.Grants.Mine = new([], "none");
        await StartFeedAsync();

        Assert.Equal("Server No access", Render<ServerBadge>().Find(".server-badge").Words());
    }

    [Fact]
    public async Task Banner_ForAnAuditor_TellsAndOffersNothing()
    {
        Service.Grants.Mine = FakeGrants.Everywhere(Roles["Auditor"]);
        await StartFeedAsync();
        Service.Pending.Add(Waiting("", confirmBy: DateTimeOffset.UnixEpoch));

        var banner = Render<ConfirmBanner>();

        Assert.Contains("not confirmed yet", banner.Find(".banner").Words(), StringComparison.Ordinal);
        Assert.Empty(banner.FindAll(".banner button"));
    }

    private static PendingChange Waiting(string path, DateTimeOffset? confirmBy = null) =>
        new(Guid.NewGuid(), "Turn ASP sessions off", path, 1, "Bob", 1, confirmBy, confirmBy is null ? DateTimeOffset.UnixEpoch : null, null);

    private async Task<IRenderedComponent<NodePane>> PaneAsync(string path)
    {
        var pane = Render<NodePane>(parameters => parameters.Add(part => part.Path, path).Add(part => part.Revision, Service.Server.Revision));
        await pane.WaitForAssertionAsync(() => Assert.NotEmpty(pane.FindAll("#lock-title")));
        return pane;
    }

    private async Task<(bool Change, bool Locks)> NodeOffersAsync(string path)
    {
        var pane = await PaneAsync(path);
        return (pane.FindAll("input[name=change-choice]").Count > 0, LockButtons.Any(pane.HasButton));
    }

    /// <summary>By the record, and at the node while the change waits for its end.</summary>
    private async Task<(bool Record, bool Node)> TakingBackAsync(string path)
    {
        var entry = Service.Audit.Add(new AuditEntry(
            0, DateTimeOffset.UnixEpoch, AuditType.Outcome, Guid.NewGuid(), "Bob", "dashboard", path, FakeDetails.AllowSessionState,
            ChangeAction.Set, "true", "false", AuditOutcome.Applied, "because", null, null));
        Navigation.NavigateTo($"audit?record={entry.Sequence}");
        var page = Render<Audit>();
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll(".record-headline")));
        Service.Pending.Clear();
        Service.Pending.Add(Waiting(path));
        var node = Render<NodePending>(parameters => parameters.Add(part => part.Path, path));
        Assert.NotEmpty(node.FindAll(".notice"));
        return (page.HasButton("Take this change back"), node.HasButton("Take it back now"));
    }
}
