using System.Runtime.Versioning;
using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Tests.Grants;

namespace SessionState.Service.Tests.Changes.Approvals;

/// <summary>Who may be the second person, and who sees what is asked (ASVS 2.3.5, 8.2.1, 8.2.2).</summary>
[SupportedOSPlatform("linux")]
public sealed class ApproverTests
{
    private static readonly ActingUser Somebody = new("local", "somebody", "Somebody");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_EveryRole_IsAsTheRoleSays()
    {
        await using var service = await ApprovalServer.StartAsync();
        foreach (var role in StandardRoles.All)
        {
            var person = GrantServer.PersonOf(role);
            service.Grant(person, role);
            var wanted = await service.RequestedAsync();

            var decided = await service.DecideAsync(wanted.ChangeId, by: service.Fresh(person));

            Assert.Equal(role == StandardRoles.Approver, decided.Problem is null);
            Assert.Equal(role == StandardRoles.Approver ? ApprovalState.Approved : ApprovalState.Waiting, await service.StateAsync(wanted.ChangeId));
            service.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task Request_EveryRole_IsAsTheRoleSays()
    {
        await using var service = await ApprovalServer.StartAsync();
        foreach (var role in StandardRoles.All)
        {
            var person = GrantServer.PersonOf(role);
            service.Grant(person, role);
            var wanted = (await service.WantedAsync()) with { ChangeId = Guid.NewGuid() };

            var asked = await service.Client.RequestApprovalAsync(person, wanted, Cancel);

            Assert.True(role.Allows(Permission.SessionSet) == asked.Problem is null, $"{role.Name}: {asked.Problem?.Detail}");
            service.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    public static TheoryData<string, string, string> Alike => new()
    {
        // The same person, the same subject at another issuer, the same name at another issuer in other letters.
        { "local", "otto", "Otto Operator" },
        { "https://id.example", "otto", "O. P. Erator" },
        { "https://id.example", "4711", "OTTO operator" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public async Task Decide_WhoeverAskedUnderWhicheverAccount_IsRefused(string issuer, string subject, string name)
    {
        await using var service = await ApprovalServer.StartAsync();
        var self = new ActingUser(issuer, subject, name);
        service.Grant(self, StandardRoles.Approver);
        var wanted = await service.RequestedAsync();

        var problem = (await service.DecideAsync(wanted.ChangeId, by: service.Fresh(self))).Refusal();

        Assert.Equal(ProblemCodes.Forbidden, problem.Code);
        Assert.Contains("yourself", problem.Detail, StringComparison.Ordinal);
        Assert.False((await service.InfoAsync(wanted.ChangeId, self)).MayDecide);
        Assert.Equal(ApprovalState.Waiting, await service.StateAsync(wanted.ChangeId));
        Assert.Equal(AuditOutcome.Refused, (await service.AuditAsync(new() { Type = AuditType.Denied }))[0].Outcome);
    }

    [Fact]
    public async Task Decide_AsAUserOfTheMachine_IsRefused()
    {
        await using var service = await ApprovalServer.StartAsync();
        var me = new ActingUser("os", UnixFileStatus.CurrentUserId.ToString(null as IFormatProvider), "root");
        var wanted = await service.RequestedAsync();

        var problem = (await service.DecideAsync(wanted.ChangeId, by: me)).Refusal();

        Assert.Equal(ProblemCodes.Forbidden, problem.Code);
        Assert.Contains("signed in to the dashboard", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Contoso", true)]
    [InlineData("Contoso/shop", false)]
    [InlineData("Fabrikam", false)]
    public async Task Decide_WithoutARightEverywhereTheChangeIsFelt_IsRefusedLikeWhatIsNotThere(string grantedAt, bool sees)
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Grant(Somebody, StandardRoles.Approver, grantedAt);
        var wanted = await service.RequestedAsync(new("Contoso", "system.webServer/asp", ChangeAction.Lock, null, null, ""));

        var seen = (await service.As(Somebody).GetApprovalsAsync(Cancel)).Demand().Items;
        var looked = await service.As(Somebody).GetApprovalAsync(wanted.ChangeId, Cancel);
        var decided = await service.DecideAsync(wanted.ChangeId, by: service.Fresh(Somebody));

        Assert.Equal(sees, seen.Any(info => info.Id == wanted.ChangeId));
        Assert.Equal(sees ? null : ProblemCodes.NotFound, looked.Problem?.Code);
        Assert.Equal(sees ? null : ProblemCodes.NotFound, decided.Problem?.Code);
    }

    [Fact]
    public async Task Decide_WhereOneTargetIsElsewhere_IsNotThere()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Grant(Somebody, StandardRoles.Approver, "Contoso");
        service.Rule(rule => rule with { Applications = 1 });
        var both = new ChangeRequest(
            [.. new[] { "Contoso", "Fabrikam" }.Select(path => new ChangeTarget(path, ServiceApplication.Setting, ChangeAction.Set, "false", null))], "");
        var wanted = await service.RequestedAsync(both);

        Assert.Equal(ProblemCodes.NotFound, (await service.DecideAsync(wanted.ChangeId, by: service.Fresh(Somebody))).Refusal().Code);
        Assert.Empty((await service.As(Somebody).GetApprovalsAsync(Cancel)).Demand().Items);
    }

    [Fact]
    public async Task Decide_MayWithoutSeeing_IsRefused()
    {
        await using var service = await ApprovalServer.StartAsync();
        var blind = new Role("Blind", [Permission.ChangeApprove]);
        var grant = Policies.Grant(blind, "", Somebody);
        Assert.Null(service.Get<PolicyStore>().Change(policy => (policy with { Roles = policy.Roles.Add(blind) }).With(grant)).Problem);
        var wanted = await service.RequestedAsync();

        Assert.Equal(ProblemCodes.NotFound, (await service.DecideAsync(wanted.ChangeId, by: service.Fresh(Somebody))).Refusal().Code);
    }

    [Fact]
    public async Task Requests_ForgedIds_AreNotThereAndRecorded()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Grant(Somebody, StandardRoles.Approver, "Fabrikam");
        var wanted = await service.RequestedAsync();
        foreach (var id in new[] { wanted.ChangeId, Guid.NewGuid(), Guid.Empty })
        {
            Assert.Equal(ProblemCodes.NotFound, (await service.As(Somebody).GetApprovalAsync(id, Cancel)).Refusal().Code);
            Assert.Equal(ProblemCodes.NotFound, (await service.DecideAsync(id, by: service.Fresh(Somebody))).Refusal().Code);
            Assert.Equal(ProblemCodes.NotFound, (await service.Client.WithdrawApprovalAsync(Somebody, id, Cancel)).Refusal().Code);
        }

        Assert.Equal(9, (await service.AuditAsync(new() { Type = AuditType.Denied })).Count(record => record.Who == Somebody.Name));
    }

    [Fact]
    public async Task Grant_ForOneSetting_ApprovesNoOther()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Grant(Somebody, StandardRoles.Approver, "", setting: ServiceApplication.Setting);
        var value = await service.RequestedAsync();
        var locking = await service.RequestedAsync(new("", "system.webServer/asp", ChangeAction.Lock, null, null, ""));

        Assert.Equal(ProblemCodes.Forbidden, (await service.DecideAsync(locking.ChangeId, by: service.Fresh(Somebody))).Refusal().Code);
        (await service.DecideAsync(value.ChangeId, by: service.Fresh(Somebody))).Demand();
    }

    [Fact]
    public async Task Grant_OfTheApproverEndedBeforeTheDecision_IsRefused()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();
        service.EndGrantsOf(ApprovalServer.Paula);

        Assert.Equal(ProblemCodes.Forbidden, (await service.DecideAsync(wanted.ChangeId)).Refusal().Code);
    }

    [Fact]
    public async Task Event_OfARequest_ReachesWhoeverSeesNothingElse()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Grant(Somebody, StandardRoles.Approver, "Contoso");
        await using var events = await EventReader.ListenAsync(service.As(Somebody));

        await service.RequestedAsync(new("Contoso", "system.webServer/asp", ChangeAction.Lock, null, null, ""));

        Assert.Equal(["Contoso"], (await events.NextAsync(_ => true)).ChangedSites);
    }
}
