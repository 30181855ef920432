using SessionState.Contracts;
using SessionState.Engine.Schema;
using SessionState.Files;
using SessionState.Service.Audit;
using SessionState.Service.Nodes;
using SessionState.Service.Security;

namespace SessionState.Service.Grants;

/// <summary>Gives and ends grants for people who may. Nobody gives more than they hold, and somebody who can manage grants always stays.</summary>
internal sealed class GrantManager(
    PolicyChanges changes,
    PolicyStore store,
    Rights rights,
    FreshSignIn fresh,
    ConfigurationSet files,
    NodeAccess nodes,
    AuditDenials denials,
    TimeProvider time)
{
    private const int MaxGrants = 10_000;
    private const string ToManage = "give or end grants";

    public ServiceResult<GrantInfo> Add(Caller caller, AddGrantRequest request) =>
        Record(caller, ToGrant(caller, request).Succeeded(out var grant, out var problem)
            ? changes.Give(ActorAt(caller, grant.Scope.Path), grant, policy => CheckGiving(caller, policy, grant))
            : problem);

    public ServiceResult<GrantInfo> End(Caller caller, Guid id, EndGrantRequest request)
    {
        var managed = rights.ViewOf(caller, Permission.UsersManage);
        if (store.Current.Policy.FindGrant(id) is not { } grant || !managed.Holds(grant.Scope.Path))
        {
            return Record(caller, GrantProblems.NoSuchGrant(id));
        }

        return Record(caller, (GrantRules.CheckReason(request.Reason) ?? fresh.Refuse(caller, ToManage)) is { } wrong
            ? wrong
            : changes.End(ActorAt(caller, grant.Scope.Path), grant, request.Reason, policy => GrantRules.CheckEnding(policy, grant)));
    }

    private ServiceResult<Grant> ToGrant(Caller caller, AddGrantRequest request)
    {
        var now = time.GetUtcNow();
        if (GrantRules.Check(request, now) is { } wrong)
        {
            return wrong;
        }

        var sight = rights.SightOf(caller);
        if (!sight.Names(request.Path) || files.Current.Server.Find(request.Path) is not { } node || !sight.Names(node.Path))
        {
            return nodes.Unknown(caller, sight, request.Path);
        }

        if (store.Current.Policy.FindRole(request.Role) is not { } role)
        {
            return Problems.Invalid(
                "role", $"There is no role '{request.Role}'.", $"There are: {string.Join(", ", store.Current.Policy.Roles.Select(one => one.Name))}.");
        }

        return new Grant
        {
            Id = Guid.CreateVersion7(now),
            Subject = new(request.Subject.Kind, request.Subject.Issuer, request.Subject.Id),
            SubjectName = request.Subject.Name,
            Role = role,
            Scope = new(node.Path),
            Setting = request.Setting is null ? null : Settings.Find(request.Setting)!.Name,
            Until = request.Until,
            GivenBy = caller.User!.Name,
            GivenAt = now,
            Reason = request.Reason,
        };
    }

    private Problem? CheckGiving(Caller caller, Policy policy, Grant grant)
    {
        if (policy.Grants.Length >= MaxGrants)
        {
            return Problems.Invalid("grants", $"There are {MaxGrants} grants already.", "Give a role to a group instead of to each of its people.");
        }

        return GrantRules.CheckGiving(policy, caller.User!, grant, time.GetUtcNow()) ?? fresh.Refuse(caller, ToManage);
    }

    private GrantActor ActorAt(Caller caller, string path) => GrantActor.Of(caller, rights.Decide(caller, Permission.UsersManage, path));

    private ServiceResult<GrantInfo> Record(Caller caller, ServiceResult<Grant> result)
    {
        if (result.Succeeded(out var grant, out var problem))
        {
            return GrantMapping.ToContract(grant);
        }

        denials.Record(AuditRecords.Denied(caller, problem));
        return problem;
    }
}
