using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Grants;

/// <summary>Changes the policy: announced in the audit, written, and the outcome recorded. What cannot be announced is not done.</summary>
internal sealed class PolicyChanges(PolicyStore store, AuditLog audit)
{
    /// <summary>Gives a grant; <paramref name="check"/> says why not, on the policy as it is then.</summary>
    public ServiceResult<Grant> Give(GrantActor actor, Grant grant, Func<Policy, Problem?>? check = null) =>
        Change(actor, GrantAudit.Given(grant), policy => check?.Invoke(policy) is { } refusal ? refusal : policy.With(grant), grant);

    /// <summary>Ends a grant before its time.</summary>
    public ServiceResult<Grant> End(GrantActor actor, Grant grant, string? reason, Func<Policy, Problem?>? check = null) =>
        Change(actor, GrantAudit.Ended(grant, reason), policy => check?.Invoke(policy) is { } refusal ? refusal : policy.Without(grant), grant);

    private ServiceResult<Grant> Change(GrantActor actor, AuditRecord what, Func<Policy, ServiceResult<Policy>> change, Grant grant)
    {
        var announcement = what with { Actor = actor.Actor, Via = actor.Via, Authz = actor.Right };
        AuditRow? announced = null;
        var result = store.Change(policy =>
        {
            if (!change(policy).Succeeded(out var next, out var refusal))
            {
                return refusal;
            }

            announced = audit.TryAppend(announcement);
            return announced is null ? GrantProblems.AuditUnavailable(audit.ReadOnlyReason) : next;
        });

        if (announced is not null)
        {
            audit.AppendOrKeep(GrantAudit.Outcome(announcement with { Ref = announced.Sequence }, result));
        }

        return result.Problem is { } problem ? problem : grant;
    }
}
