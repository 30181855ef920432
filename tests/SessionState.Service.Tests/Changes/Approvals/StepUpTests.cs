using System.Runtime.Versioning;
using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Tests.Grants;

namespace SessionState.Service.Tests.Changes.Approvals;

/// <summary>What takes a sign-in of the last five minutes, and what such a sign-in is (ASVS 7.5.3).</summary>
[SupportedOSPlatform("linux")]
public sealed class StepUpTests
{
    private static readonly ActingUser Os = new("os", UnixFileStatus.CurrentUserId.ToString(null as IFormatProvider), "root");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int?, bool> Ages => new()
    {
        { 0, true },
        { 299, true },
        { 300, true },
        { 301, false },
        { -1, false },
        { null, false },
    };

    [Theory]
    [MemberData(nameof(Ages))]
    public async Task Approving_IsLetThroughOnlyAfterAFreshSignIn(int? age, bool isFresh)
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();

        var decided = await service.DecideAsync(wanted.ChangeId, by: SignedIn(service, ApprovalServer.Paula, age));

        Assert.Equal(isFresh ? null : ProblemCodes.StepUpNeeded, decided.Problem?.Code);
        Assert.Equal(isFresh ? ApprovalState.Approved : ApprovalState.Waiting, await service.StateAsync(wanted.ChangeId));
    }

    [Theory]
    [MemberData(nameof(Ages))]
    public async Task Grants_AreGivenAndEndedOnlyAfterAFreshSignIn(int? age, bool isFresh)
    {
        await using var service = await ApprovalServer.StartAsync();
        var ada = SignedIn(service, ServiceApplication.Ada, age);
        var given = await service.Client.AddGrantAsync(
            ada, new(new(SubjectKind.Person, "local", "hedda", null), "HelpDesk", "Contoso", null, null, "She asked"), Cancel);
        var other = service.Grant(Policies.Hedda, StandardRoles.Auditor, "Contoso");
        var ended = await service.Client.EndGrantAsync(ada, other.Id, new("Over"), Cancel);

        Assert.Equal(isFresh ? null : ProblemCodes.StepUpNeeded, given.Problem?.Code);
        Assert.Equal(isFresh ? null : ProblemCodes.StepUpNeeded, ended.Problem?.Code);
        Assert.Equal(isFresh, service.Get<PolicyStore>().Current.Policy.FindGrant(other.Id) is null);
    }

    [Theory]
    [MemberData(nameof(Ages))]
    public async Task Lock_OfTheWholeServer_TakesAFreshSignInAlsoWhereNobodyElseIsAsked(int? age, bool isFresh)
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Rule(_ => ApprovalRule.None);
        var otto = SignedIn(service, ApprovalServer.Otto, age);
        var locking = new ChangeRequest("", "system.webServer/asp", ChangeAction.Unlock, null, null, "");

        var preview = (await service.Client.PreviewAsync(otto, locking, Cancel)).Demand();
        var made = await service.MakeAsync(preview.ToApply(), otto);

        Assert.Equal(!isFresh, preview.StepUpNeeded);
        Assert.Equal(isFresh ? null : ProblemCodes.StepUpNeeded, made.Problem?.Code);
    }

    [Fact]
    public async Task Refusal_SaysWhatToDoAndIsRecorded()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();

        var problem = (await service.DecideAsync(wanted.ChangeId, by: SignedIn(service, ApprovalServer.Paula, 3_600))).Refusal();

        Assert.Equal("To approve a change takes a sign-in that is not older than 5 minutes, and yours is older.", problem.Detail);
        Assert.Equal("Sign in again, then do it once more.", problem.Remedy);
        Assert.Equal("Paula Approver", (await service.AuditAsync(new() { Type = AuditType.Denied }))[0].Who);
    }

    [Fact]
    public async Task UserOfTheMachine_ProvesThemselfWithEveryCall()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Rule(_ => ApprovalRule.None);
        var preview = (await service.Client.PreviewAsync(Os, new("", "system.webServer/asp", ChangeAction.Unlock, null, null, ""), Cancel)).Demand();

        Assert.False(preview.StepUpNeeded);
        (await service.MakeAsync(preview.ToApply(), Os)).Demand();
    }

    [Fact]
    public async Task Rejecting_AndOrdinaryChanges_TakeNone()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();

        (await service.DecideAsync(wanted.ChangeId, approve: false, by: ApprovalServer.Paula, comment: "No")).Demand();
        (await service.MakeAsync(await service.WantedAsync(ClientExtensions.Request()))).Demand();
    }

    [Fact]
    public async Task Setting_OfZero_AsksForNone()
    {
        await using var service = await ApprovalServer.StartAsync(options => options with { StepUpTime = TimeSpan.Zero });
        var wanted = await service.RequestedAsync();

        (await service.DecideAsync(wanted.ChangeId, by: ApprovalServer.Paula)).Demand();
    }

    private static ActingUser SignedIn(ServiceApplication service, ActingUser person, int? secondsAgo) =>
        person with { SignedInAt = secondsAgo is { } seconds ? service.Clock.GetUtcNow().AddSeconds(-seconds) : null };
}
