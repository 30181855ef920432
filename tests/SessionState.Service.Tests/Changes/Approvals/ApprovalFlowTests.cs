using SessionState.AppCmd.Auditing.Verifying;
using SessionState.Contracts;
using SessionState.Service.Changes.Approvals;
using SessionState.Service.Grants;
using SessionState.Service.Tests.Grants;

namespace SessionState.Service.Tests.Changes.Approvals;

/// <summary>Somebody asks, somebody else decides, and whoever asked makes the change (ASVS 2.3.5).</summary>
public sealed class ApprovalFlowTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_WithoutAComment_HasNone()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();

        (await service.DecideAsync(wanted.ChangeId, comment: null)).Demand();

        Assert.Null((await service.InfoAsync(wanted.ChangeId)).Comment);
    }

    [Fact]
    public async Task Request_Approved_IsMadeByWhoeverAskedAndNamesTheApprover()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();
        var asked = await service.InfoAsync(wanted.ChangeId, ApprovalServer.Paula);
        Assert.Equal((ApprovalState.Waiting, "Otto Operator", true, false), (asked.State, asked.Who, asked.MayDecide, asked.IsMine));
        Assert.Equal((wanted.Reason, wanted.Ticket), (asked.Reason, asked.Ticket));
        var shown = (await service.As(ApprovalServer.Paula).GetApprovalAsync(wanted.ChangeId, Cancel)).Demand().Preview;
        Assert.Equal((wanted.PlanDigest, 600), (shown.PlanDigest, shown.ConfirmSeconds));
        Assert.NotEmpty(shown.Files[0].Lines);
        Assert.NotEmpty(shown.Effects);

        var decided = (await service.DecideAsync(wanted.ChangeId)).Demand();
        Assert.Equal((ApprovalState.Approved, "Paula Approver", "I looked at it"), (decided.State, decided.DecidedBy, decided.Comment));
        var result = (await service.MakeAsync(wanted)).Demand();

        Assert.False((await service.RowAsync("")).AspSession);
        Assert.NotNull(result.ConfirmBy);
        Assert.Equal(ApprovalState.Applied, await service.StateAsync(wanted.ChangeId));
        var record = await service.RecordAsync(result.AuditSequence);
        Assert.Equal(("Otto Operator", "Paula Approver"), (record.Entry.Who, record.Right!.Approver!.Name));
        var decision = await service.RecordAsync(record.Right.ApprovalSequence!.Value);
        Assert.Equal((AuditType.Approval, "Paula Approver"), (decision.Entry.Type, decision.Entry.Who));
        Assert.Single(record.Right.Grants, grant => IsGrantOf(service, grant, ApprovalServer.Otto));
        Assert.Single(decision.Right!.Grants, grant => IsGrantOf(service, grant, ApprovalServer.Paula));
        Assert.True((await service.Client.VerifyAuditAsync(Cancel)).Demand().IsGood);
    }

    [Fact]
    public async Task Records_OfApprovalsAndOfChangesForATime_AreProvenByTheOfflineVerifier()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Rule(rule => rule with { Applications = 1 });
        var both = new ChangeRequest(
            [.. new[] { "Contoso", "Fabrikam" }.Select(path => new ChangeTarget(path, ServiceApplication.Setting, ChangeAction.Set, "false", null))], "");
        var wanted = (await service.WantedAsync(both)) with { Until = service.Clock.GetUtcNow().AddHours(1) };
        (await service.Client.RequestApprovalAsync(ApprovalServer.Otto, wanted, Cancel)).Demand();
        (await service.DecideAsync(wanted.ChangeId)).Demand();
        (await service.MakeAsync(wanted)).Demand();
        (await service.MakeAsync(await service.ApprovedAsync())).Demand();
        service.Clock.Advance(TimeSpan.FromHours(2));
        await service.Get<SessionState.Service.Changes.Pending.PendingKeeper>().RunAsync(Cancel);
        service.Get<SessionState.Service.Audit.Checkpoints.AuditCheckpoints>().Sign().Demand();
        var key = (await service.Client.GetAuditCheckpointAsync(null, Cancel)).Demand().Key;

        var report = DatabaseFile.Verify(service.AuditFile, PublicKey.Parse(key)!, null);

        Assert.Equal((null, true), (report.Finding, report.IsProven));
    }

    [Fact]
    public async Task Request_NotDecidedYet_IsNotMade()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();

        var problem = (await service.MakeAsync(wanted)).Refusal();

        Assert.Equal((ProblemCodes.ApprovalNeeded, "Nobody has approved it yet"), (problem.Code, problem.Title));
        Assert.Equal(SampleServer.ApplicationHost, await service.TextAsync());
        Assert.Equal(ApprovalState.Waiting, await service.StateAsync(wanted.ChangeId));
    }

    [Fact]
    public async Task Request_Rejected_IsNotMadeAndSaysWhy()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();

        Assert.Equal("comment", (await service.DecideAsync(wanted.ChangeId, approve: false, comment: " ")).Refusal().Field);
        var rejected = (await service.DecideAsync(wanted.ChangeId, approve: false, by: ApprovalServer.Paula, comment: "Not on a Friday")).Demand();

        Assert.Equal((ApprovalState.Rejected, "Not on a Friday"), (rejected.State, rejected.Comment));
        var problem = (await service.MakeAsync(wanted)).Refusal();
        Assert.Equal(ProblemCodes.ApprovalNeeded, problem.Code);
        Assert.Contains("Paula Approver rejected", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_WithdrawnByWhoeverAsked_CanNotBeDecidedOrMade()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();

        var others = (await service.Client.WithdrawApprovalAsync(ApprovalServer.Petra, wanted.ChangeId, Cancel)).Refusal();
        var withdrawn = (await service.Client.WithdrawApprovalAsync(ApprovalServer.Otto, wanted.ChangeId, Cancel)).Demand();

        Assert.Equal(ProblemCodes.Forbidden, others.Code);
        Assert.Equal(ApprovalState.Withdrawn, withdrawn.State);
        Assert.Equal(ProblemCodes.ApprovalClosed, (await service.DecideAsync(wanted.ChangeId)).Refusal().Code);
        Assert.Equal(ProblemCodes.ApprovalNeeded, (await service.MakeAsync(wanted)).Refusal().Code);
    }

    [Fact]
    public async Task Decision_Repeated_IsRefused()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.ApprovedAsync();
        var before = await service.InfoAsync(wanted.ChangeId);

        var replayed = (await service.DecideAsync(wanted.ChangeId)).Refusal();
        var other = (await service.DecideAsync(wanted.ChangeId, by: service.Fresh(ApprovalServer.Petra))).Refusal();

        Assert.Equal((ProblemCodes.ApprovalClosed, 409), (replayed.Code, replayed.Status));
        Assert.Equal(ProblemCodes.ApprovalClosed, other.Code);
        Assert.Equivalent(before, await service.InfoAsync(wanted.ChangeId), strict: true);
    }

    [Fact]
    public async Task Approval_TakenBackBeforeTheChange_StopsIt()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.ApprovedAsync();

        (await service.DecideAsync(wanted.ChangeId, approve: false, by: ApprovalServer.Petra, comment: "Wait")).Demand();

        Assert.Equal(ProblemCodes.ApprovalNeeded, (await service.MakeAsync(wanted)).Refusal().Code);
        Assert.Equal(SampleServer.ApplicationHost, await service.TextAsync());
    }

    [Fact]
    public async Task Approval_IsForThisOneChangeOnce()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.ApprovedAsync();
        var other = await service.WantedAsync(ApprovalServer.HighImpact("true"));

        Assert.Equal("changeId", (await service.MakeAsync(other with { ChangeId = wanted.ChangeId })).Refusal().Field);
        Assert.Equal("changeId", (await service.MakeAsync(wanted with { Reason = "Another one" })).Refusal().Field);
        Assert.Equal(ProblemCodes.ApprovalNeeded, (await service.MakeAsync(wanted with { ChangeId = Guid.NewGuid() })).Refusal().Code);
        service.Grant(Policies.Hedda, StandardRoles.Operator);
        Assert.Equal("changeId", (await service.MakeAsync(wanted, Policies.Hedda)).Refusal().Field);
        var made = (await service.MakeAsync(wanted)).Demand();
        Assert.Equal(made.AuditSequence, (await service.MakeAsync(wanted)).Demand().AuditSequence);
    }

    [Fact]
    public async Task Files_ChangedAfterTheRequest_VoidItWhenItIsDecided()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();
        await File.AppendAllTextAsync(service.ApplicationHost, "<!-- theirs -->", Cancel);

        var problem = (await service.DecideAsync(wanted.ChangeId)).Refusal();

        Assert.Equal((ProblemCodes.Stale, 409), (problem.Code, problem.Status));
        Assert.Equal(ApprovalState.Void, await service.StateAsync(wanted.ChangeId));
        Assert.Contains(await service.AuditAsync(), record => record.Type == AuditType.Approval && record.Detail!.Contains("not what would be written", StringComparison.Ordinal));
        await service.ApprovedAsync();
    }

    [Fact]
    public async Task Files_ChangedAfterTheApproval_VoidItWhenItIsMade()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.ApprovedAsync();
        await File.AppendAllTextAsync(service.ApplicationHost, "<!-- theirs -->", Cancel);
        var text = await service.TextAsync();

        Assert.Equal(ProblemCodes.Stale, (await service.MakeAsync(wanted)).Refusal().Code);

        Assert.Equal(text, await service.TextAsync());
        Assert.Equal(ApprovalState.Void, await service.StateAsync(wanted.ChangeId));
        Assert.NotEqual(ApprovalState.Approved, (await service.InfoAsync(wanted.ChangeId)).State);
    }

    [Fact]
    public async Task Request_OfAChangeThatTakesNobody_IsRefused()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.WantedAsync(ClientExtensions.Request());

        var problem = (await service.Client.RequestApprovalAsync(ApprovalServer.Otto, wanted, Cancel)).Refusal();

        Assert.Equal((ProblemCodes.Invalid, "Apply it."), (problem.Code, problem.Remedy));
    }

    [Fact]
    public async Task Request_Repeated_IsOneRequest()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.RequestedAsync();

        var again = (await service.Client.RequestApprovalAsync(ApprovalServer.Otto, wanted, Cancel)).Demand();

        Assert.Equal(wanted.ChangeId, again.Id);
        Assert.Single(await service.AuditAsync(new() { Type = AuditType.Approval }));
    }

    [Fact]
    public async Task Requests_OfOnePerson_AreBounded()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.WantedAsync();
        for (var count = 0; count < ApprovalDesk.MaxOpen; count++)
        {
            (await service.Client.RequestApprovalAsync(ApprovalServer.Otto, wanted with { ChangeId = Guid.NewGuid() }, Cancel)).Demand();
        }

        var problem = (await service.Client.RequestApprovalAsync(ApprovalServer.Otto, wanted with { ChangeId = Guid.NewGuid() }, Cancel)).Refusal();

        Assert.Contains("many requests open", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_KeepsWhatIsOpenAndWhatIsApproved()
    {
        await using var service = await ApprovalServer.StartAsync();
        var approved = await service.ApprovedAsync();
        var waiting = await service.RequestedAsync(ApprovalServer.HighImpact("true"));
        var before = await service.InfoAsync(approved.ChangeId);

        await service.StopAsync();
        await service.StartAsync();

        Assert.Equivalent(before, await service.InfoAsync(approved.ChangeId), strict: true);
        Assert.Equal(ApprovalState.Waiting, await service.StateAsync(waiting.ChangeId));
        (await service.MakeAsync(approved)).Demand();
        await service.StopAsync();
        await service.StartAsync();
        Assert.Equal(ApprovalState.Applied, await service.StateAsync(approved.ChangeId));
        Assert.Equal(ProblemCodes.Stale, (await service.DecideAsync(waiting.ChangeId)).Refusal().Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Time_OverForTheDecisionOrTheChange_EndsItAlsoOverARestart(bool approvedBefore)
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = approvedBefore ? await service.ApprovedAsync() : await service.RequestedAsync();
        service.Clock.Advance(TimeSpan.FromHours(23));
        await service.Get<ApprovalKeeper>().RunAsync(Cancel);
        Assert.True((await service.InfoAsync(wanted.ChangeId)).IsOpen);
        await service.StopAsync();
        service.Clock.Advance(TimeSpan.FromMinutes(61));
        await service.StartAsync();

        // Also before anybody noted that the time is over.
        Assert.Equal(approvedBefore ? ProblemCodes.ApprovalNeeded : ProblemCodes.ApprovalClosed, approvedBefore
            ? (await service.MakeAsync(wanted)).Refusal().Code
            : (await service.DecideAsync(wanted.ChangeId)).Refusal().Code);
        await service.Get<ApprovalKeeper>().RunAsync(Cancel);
        Assert.Equal(ApprovalState.Expired, await service.StateAsync(wanted.ChangeId));
        Assert.Equal("(service)", (await service.AuditAsync(new() { Type = AuditType.Approval }))[0].Who);
    }

    [Fact]
    public async Task ClockSetBack_GivesNoMoreTime()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.ApprovedAsync();
        service.Clock.Set(service.Clock.GetUtcNow().AddDays(-30));
        service.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(ProblemCodes.ApprovalNeeded, (await service.MakeAsync(wanted)).Refusal().Code);
    }

    [Fact]
    public async Task Grant_OfWhoeverAskedEnded_IsNotMade()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.ApprovedAsync();
        service.EndGrantsOf(ApprovalServer.Otto);
        service.Grant(ApprovalServer.Otto, StandardRoles.HelpDesk, "Contoso");

        var problem = (await service.MakeAsync(wanted)).Refusal();

        Assert.Contains(problem.Code, new[] { ProblemCodes.Forbidden, ProblemCodes.NotFound });
        Assert.Equal(SampleServer.ApplicationHost, await service.TextAsync());
    }

    [Fact]
    public async Task Grant_OfTheApproverEndedAfterTheApproval_IsNotMade()
    {
        await using var service = await ApprovalServer.StartAsync();
        var wanted = await service.ApprovedAsync();
        service.EndGrantsOf(ApprovalServer.Paula);

        var problem = (await service.MakeAsync(wanted)).Refusal();

        Assert.Equal((ProblemCodes.ApprovalNeeded, "The approval does not hold any more"), (problem.Code, problem.Title));
    }

    [Fact]
    public async Task Undo_OfAnApprovedChangeOfTheWholeServer_TakesNobodyWhileItWaitsForItsConfirmation()
    {
        await using var service = await ApprovalServer.StartAsync();
        var made = (await service.MakeAsync(await service.ApprovedAsync())).Demand();

        var preview = (await service.Client.PreviewUndoAsync(ApprovalServer.Otto, made.ChangeId, Cancel)).Demand();
        Assert.Null(preview.Approval);
        (await service.Client.UndoAsync(ApprovalServer.Otto, made.ChangeId, new(Guid.NewGuid(), preview.PlanDigest, "Sorry", null), Cancel)).Demand();

        Assert.Equal(SampleServer.ApplicationHost, await service.TextAsync());
    }

    [Fact]
    public async Task Undo_OfAConfirmedChangeLater_TakesASecondPersonAgain()
    {
        await using var service = await ApprovalServer.StartAsync();
        var made = (await service.MakeAsync(await service.ApprovedAsync())).Demand();
        (await service.Client.ConfirmAsync(ApprovalServer.Otto, made.ChangeId, Cancel)).Demand();
        service.Clock.Advance(TimeSpan.FromMinutes(11));
        var preview = (await service.Client.PreviewUndoAsync(ApprovalServer.Otto, made.ChangeId, Cancel)).Demand();
        var undo = new UndoChangeRequest(Guid.NewGuid(), preview.PlanDigest, "Not good after all", null);
        Assert.NotNull(preview.Approval);
        Assert.Equal(
            ProblemCodes.ApprovalNeeded, (await service.Client.UndoAsync(ApprovalServer.Otto, made.ChangeId, undo, Cancel)).Refusal().Code);

        var asked = (await service.Client.RequestUndoApprovalAsync(ApprovalServer.Otto, made.ChangeId, undo, Cancel)).Demand();
        Assert.Equal(made.ChangeId, asked.Undoes);
        (await service.DecideAsync(undo.ChangeId)).Demand();
        (await service.Client.UndoAsync(ApprovalServer.Otto, made.ChangeId, undo, Cancel)).Demand();

        Assert.Equal(SampleServer.ApplicationHost, await service.TextAsync());
        Assert.Equal(ApprovalState.Applied, await service.StateAsync(undo.ChangeId));
    }

    [Fact]
    public async Task Undo_OfTheServiceItself_TakesNobody()
    {
        await using var service = await ApprovalServer.StartAsync();
        (await service.MakeAsync(await service.ApprovedAsync())).Demand();
        service.Clock.Advance(TimeSpan.FromMinutes(11));

        await service.Get<SessionState.Service.Changes.Pending.PendingKeeper>().RunAsync(Cancel);

        Assert.Equal(SampleServer.ApplicationHost, await service.TextAsync());
    }

    private static bool IsGrantOf(ServiceApplication service, Guid grant, ActingUser person) =>
        service.Get<PolicyStore>().Current.Policy.FindGrant(grant)?.Subject.Id == person.Subject;
}
