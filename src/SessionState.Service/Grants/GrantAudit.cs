using System.Globalization;
using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Grants;

/// <summary>The records of what happens to grants.</summary>
internal static class GrantAudit
{
    public static AuditRecord Given(Grant grant) => Announce("given", grant, $"{Words(grant)} is given.", grant.Reason);

    public static AuditRecord Ended(Grant grant, string? reason) => Announce("ended", grant, $"{Words(grant)} is ended.", reason);

    /// <summary>How an announced change of the policy ended.</summary>
    public static AuditRecord Outcome(AuditRecord announced, ServiceResult<StoredPolicy> result) => announced with
    {
        Policy = result.Value?.Hash ?? announced.Policy,
        Res = result.Problem is { } problem
            ? new(problem.Code, problem.Detail)
            : announced.Res! with { Code = AuditResult.Applied },
    };

    /// <summary>Somebody edited the policy's file by hand.</summary>
    public static AuditRecord FileEdited(PolicyStore store) => new()
    {
        Type = AuditType.Admin,
        Actor = AuditActor.Unknown,
        Via = AuditVia.FileSystem,
        Policy = store.Current.Hash,
        Res = store.Problem is { } wrong
            ? new(AuditResult.NotApplied, $"The policy's file was edited and is wrong; the old policy stays in force. {wrong}")
            : new(AuditResult.Applied, "The policy's file was edited; what it says is in force now."),
    };

    private static AuditRecord Announce(string what, Grant grant, string detail, string? reason) => new()
    {
        Type = AuditType.Admin,
        Actor = AuditActor.Unknown,
        Via = AuditVia.Service,
        Grant = new(
            what,
            grant.Id,
            grant.Subject.Kind,
            grant.Subject.Issuer,
            grant.Subject.Id,
            grant.Role.Name,
            grant.Scope.Path,
            grant.Setting,
            grant.Until),
        Why = reason is null ? null : new(reason, null),
        Res = new(AuditResult.Pending, detail),
    };

    private static string Words(Grant grant)
    {
        var setting = grant.Setting is null ? "" : $", for {grant.Setting} only";
        var until = grant.Until is { } end ? string.Create(CultureInfo.InvariantCulture, $", until {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "";
        return $"{grant.Role.Name} on {grant.Scope.Name} for {grant.Subject}{setting}{until}";
    }
}
