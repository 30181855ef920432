using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Changes.Approvals;

/// <summary>Which changes take a second person, and that none of them is made without (ASVS 2.3.5).</summary>
public sealed class ApprovalNeedTests
{
    private const string Section = "system.webServer/asp";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, ChangeAction, string?, string> HighImpact => new()
    {
        { "", ChangeAction.Set, "false", "level of the whole server" },
        { "", ChangeAction.Lock, null, "level of the whole server" },
        { "Contoso", ChangeAction.Lock, null, "changes who may override" },
        { "Contoso/shop", ChangeAction.Unlock, null, "changes who may override" },
        { "Fabrikam", ChangeAction.InheritLock, null, "changes who may override" },
    };

    [Theory]
    [MemberData(nameof(HighImpact))]
    public async Task Change_OfHighImpact_IsPreviewedWithTheReasonAndNotMadeAlone(string path, ChangeAction action, string? value, string reason)
    {
        await using var service = await ApprovalServer.StartAsync();
        var text = await service.TextAsync();
        var fresh = service.Fresh(ApprovalServer.Otto);
        var change = new ChangeRequest(path, value is null ? Section : ServiceApplication.Setting, action, value, null, "");

        var preview = (await service.Client.PreviewAsync(fresh, change, Cancel)).Demand();
        var problem = (await service.MakeAsync(preview.ToApply(), fresh)).Refusal();

        Assert.Contains(preview.Approval!.Reasons, sentence => sentence.Contains(reason, StringComparison.Ordinal));
        Assert.False(preview.Approval.MayBreakGlass);
        Assert.Equal((ProblemCodes.ApprovalNeeded, 403), (problem.Code, problem.Status));
        Assert.Contains(reason, problem.Detail, StringComparison.Ordinal);
        Assert.Contains("Ask for an approval", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(text, await service.TextAsync());
        var denied = (await service.AuditAsync(new() { Type = AuditType.Denied }))[0];
        Assert.Equal(ApprovalServer.Otto.Name, denied.Who);
        Assert.Contains("\"authz\":{\"decision\":\"denied\"}", (await service.RecordAsync(denied.Sequence)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfOneSite_IsMadeAlone()
    {
        await using var service = await ApprovalServer.StartAsync();

        var wanted = await service.WantedAsync(ClientExtensions.Request());
        (await service.MakeAsync(wanted)).Demand();

        Assert.False((await service.RowAsync("Contoso")).AspSession);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(0, false)]
    public async Task Change_FeltInManyApplications_TakesASecondPersonAboveTheNumber(int most, bool needed)
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Rule(rule => rule with { Applications = most });
        var both = new ChangeRequest(
            [.. new[] { "Contoso", "Fabrikam" }.Select(path => new ChangeTarget(path, ServiceApplication.Setting, ChangeAction.Set, "false", null))], "");

        var preview = (await service.Client.PreviewAsync(ApprovalServer.Otto, both, Cancel)).Demand();
        var made = await service.MakeAsync(preview.ToApply());

        Assert.Equal(needed, preview.Approval?.Reasons is ["It is felt in 2 applications; more than 1 take two people."]);
        Assert.Equal(needed ? ProblemCodes.ApprovalNeeded : null, made.Problem?.Code);
    }

    [Fact]
    public async Task Change_OfASharedApplicationHostConfig_TakesASecondPerson()
    {
        await using var service = await ApprovalServer.StartAsync(arrange: folder =>
        {
            Directory.CreateDirectory(folder["shared"]);
            File.Move(folder["config/applicationHost.config"], folder["shared/applicationHost.config"]);
            File.WriteAllText(folder["config/applicationHost.config"], "<configuration />");
            File.WriteAllText(
                folder["config/redirection.config"],
                $"""<configuration><configurationRedirection enabled="true" path="{folder["shared"]}" /></configuration>""");
        });

        var preview = (await service.Client.PreviewAsync(ApprovalServer.Otto, ClientExtensions.Request(), Cancel)).Demand();

        Assert.Equal(["It writes an applicationHost.config that other servers read, too."], preview.Approval!.Reasons);
        Assert.Equal(ProblemCodes.ApprovalNeeded, (await service.MakeAsync(preview.ToApply())).Refusal().Code);
    }

    [Fact]
    public async Task Rule_ThatAsksForNobody_LetsEverythingBeMadeAlone()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Rule(_ => ApprovalRule.None);

        var wanted = await service.WantedAsync();

        Assert.Null((await service.Client.PreviewAsync(ApprovalServer.Otto, ApprovalServer.HighImpact(), Cancel)).Demand().Approval);
        (await service.MakeAsync(wanted)).Demand();
    }

    [Fact]
    public async Task Rule_InThePolicysFile_SurvivesARestart()
    {
        await using var service = await ApprovalServer.StartAsync();
        service.Rule(rule => rule with { Applications = 3, Hours = 5 });

        await service.StopAsync();
        await service.StartAsync();

        Assert.Equal(new ApprovalRule { Applications = 3, Hours = 5 }, service.Get<PolicyStore>().Current.Policy.Approval);
    }
}
