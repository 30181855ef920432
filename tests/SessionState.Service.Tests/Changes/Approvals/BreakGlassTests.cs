using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Tests.Grants;

namespace SessionState.Service.Tests.Changes.Approvals;

/// <summary>In an emergency somebody who may goes without the second person, and everybody hears of it (ASVS 2.3.5).</summary>
public sealed class BreakGlassTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BreakGlass_ByWhoeverMay_IsMadeAtOnceWithAnAlarm()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Grant(ApprovalServer.Otto, StandardRoles.BreakGlass);
        var wanted = await service.WantedAsync();
        Assert.True((await service.Client.PreviewAsync(ApprovalServer.Otto, ApprovalServer.HighImpact(), Cancel)).Demand().Approval!.MayBreakGlass);

        var made = (await service.MakeAsync(wanted with { BreakGlass = true, Reason = "The shop is down" }, service.Fresh(ApprovalServer.Otto))).Demand();

        Assert.NotNull(made.ConfirmBy);
        var alarm = Assert.Single(await service.AuditAsync(new() { Type = AuditType.BreakGlass }));
        Assert.Equal(("Otto Operator", "The shop is down", made.ChangeId), (alarm.Who, alarm.Reason, alarm.ChangeId));
        Assert.Contains("done without a second person", alarm.Detail, StringComparison.Ordinal);
        var intent = Assert.Single(await service.AuditAsync(new() { Type = AuditType.Intent }));
        Assert.True(alarm.Sequence < intent.Sequence);
        var right = (await service.RecordAsync(made.AuditSequence)).Right!;
        Assert.Equal((true, null, 2), (right.BreakGlass, right.Approver, right.Grants.Count));
        var line = Assert.Single(await service.FaultsAsync());
        Assert.Contains("Otto Operator", line, StringComparison.Ordinal);
        Assert.Contains("The shop is down", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BreakGlass_WithoutTheGrant_IsRefused()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.WantedAsync();

        var problem = (await service.MakeAsync(wanted with { BreakGlass = true }, service.Fresh(ApprovalServer.Otto))).Refusal();

        Assert.Equal(ProblemCodes.Forbidden, problem.Code);
        Assert.Equal(SampleServer.ApplicationHost, await service.TextAsync());
        Assert.Empty(await service.AuditAsync(new() { Type = AuditType.BreakGlass }));
    }

    [Fact]
    public async Task BreakGlass_GrantedElsewhere_IsRefused()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Grant(ApprovalServer.Otto, StandardRoles.BreakGlass, "Contoso");
        var wanted = await service.WantedAsync();

        Assert.Equal(ProblemCodes.Forbidden, (await service.MakeAsync(wanted with { BreakGlass = true }, service.Fresh(ApprovalServer.Otto))).Refusal().Code);
    }

    [Fact]
    public async Task BreakGlass_WithTheGrantAlone_AllowsNoChange()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Grant(Policies.Hedda, StandardRoles.BreakGlass);
        service.Grant(Policies.Hedda, StandardRoles.Auditor);
        var wanted = await service.WantedAsync();

        Assert.Equal(ProblemCodes.Forbidden, (await service.MakeAsync(wanted with { BreakGlass = true }, service.Fresh(Policies.Hedda))).Refusal().Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3_600)]
    public async Task BreakGlass_WithAnOldSignIn_TakesANewOne(int? secondsAgo)
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Grant(ApprovalServer.Otto, StandardRoles.BreakGlass);
        var wanted = await service.WantedAsync();
        var old = ApprovalServer.Otto with { SignedInAt = secondsAgo is { } seconds ? service.Clock.GetUtcNow().AddSeconds(-seconds) : null };

        Assert.Equal(ProblemCodes.StepUpNeeded, (await service.MakeAsync(wanted with { BreakGlass = true }, old)).Refusal().Code);
        Assert.Empty(await service.AuditAsync(new() { Type = AuditType.BreakGlass }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task BreakGlass_WithoutAReason_IsRefused(string reason)
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Grant(ApprovalServer.Otto, StandardRoles.BreakGlass);
        var wanted = await service.WantedAsync();

        var problem = (await service.MakeAsync(wanted with { BreakGlass = true, Reason = reason }, service.Fresh(ApprovalServer.Otto))).Refusal();

        Assert.Equal("reason", problem.Field);
    }

    [Fact]
    public async Task BreakGlass_WhereNobodyIsNeeded_RaisesNoAlarm()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.WantedAsync(ClientExtensions.Request());

        (await service.MakeAsync(wanted with { BreakGlass = true })).Demand();

        Assert.Empty(await service.AuditAsync(new() { Type = AuditType.BreakGlass }));
    }
}
