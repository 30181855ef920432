using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Tests.Grants;

namespace SessionState.Service.Tests.Changes.Approvals;

/// <summary>A Service with the standard rule, somebody who changes things, and two who approve; and the steps that many tests take.</summary>
internal static class ApprovalServer
{
    public static ActingUser Otto { get; } = new("local", "otto", "Otto Operator");

    public static ActingUser Paula { get; } = new("local", "paula", "Paula Approver");

    public static ActingUser Petra { get; } = new("local", "petra", "Petra Approver");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ServiceApplication> StartAsync(Func<ServiceOptions, ServiceOptions>? configure = null, Action<TemporaryFolder>? arrange = null)
    {
        var service = await ServiceApplication.StartAsync(arrange, configure, approvals: true);
        service.Rule(_ => ApprovalRule.Standard);
        service.Grant(Otto, StandardRoles.Operator);
        service.Grant(Paula, StandardRoles.Approver);
        service.Grant(Petra, StandardRoles.Approver);
        return service;
    }

    /// <summary>The person, who has just signed in.</summary>
    public static ActingUser Fresh(this ServiceApplication service, ActingUser person) => person with { SignedInAt = service.Clock.GetUtcNow(), Method = "password" };

    /// <summary>A change that takes a second person: of the whole server.</summary>
    public static ChangeRequest HighImpact(string value = "false") => ClientExtensions.Request("", value);

    public static async Task<ApplyChangeRequest> WantedAsync(this ServiceApplication service, ChangeRequest? change = null, ActingUser? by = null) =>
        (await service.Client.PreviewAsync(by ?? Otto, change ?? HighImpact(), Cancel)).Demand().ToApply();

    public static async Task<ApplyChangeRequest> RequestedAsync(this ServiceApplication service, ChangeRequest? change = null, ActingUser? by = null)
    {
        var wanted = await service.WantedAsync(change, by);
        (await service.Client.RequestApprovalAsync(by ?? Otto, wanted, Cancel)).Demand();
        return wanted;
    }

    public static async Task<ApplyChangeRequest> ApprovedAsync(this ServiceApplication service, ChangeRequest? change = null)
    {
        var wanted = await service.RequestedAsync(change);
        (await service.DecideAsync(wanted.ChangeId)).Demand();
        return wanted;
    }

    public static Task<ServiceResult<ApprovalInfo>> DecideAsync(
        this ServiceApplication service, Guid id, bool approve = true, ActingUser? by = null, string? comment = "I looked at it") =>
        service.Client.DecideApprovalAsync(by ?? service.Fresh(Paula), id, new(approve, comment), Cancel);

    public static Task<ServiceResult<ChangeResult>> MakeAsync(this ServiceApplication service, ApplyChangeRequest wanted, ActingUser? by = null) =>
        service.Client.ApplyAsync(by ?? Otto, wanted, Cancel);

    public static async Task<ApprovalInfo> InfoAsync(this ServiceApplication service, Guid id, ActingUser? reader = null) =>
        Assert.Single((await service.As(reader ?? Otto).GetApprovalsAsync(Cancel)).Demand().Items, info => info.Id == id);

    public static async Task<ApprovalState> StateAsync(this ServiceApplication service, Guid id) => (await service.InfoAsync(id)).State;

    /// <summary>Changes which changes take a second person.</summary>
    public static void Rule(this ServiceApplication service, Func<ApprovalRule, ApprovalRule> turn) =>
        Assert.Null(service.Get<PolicyStore>().Change(policy => policy with { Approval = turn(policy.Approval) }).Problem);

    public static void EndGrantsOf(this ServiceApplication service, ActingUser person) => Assert.Null(service.Get<PolicyStore>().Change(
        policy => policy with { Grants = [.. policy.Grants.Where(grant => grant.Subject.Id != person.Subject)] }).Problem);

    public static Task<string> TextAsync(this ServiceApplication service) => File.ReadAllTextAsync(service.ApplicationHost, Cancel);
}
