using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Security;

/// <summary>What a caller may do just now, by the policy in force.</summary>
internal sealed class Rights(PolicyStore policy, TimeProvider time)
{
    /// <summary>Changes with every change of the policy.</summary>
    public string PolicyStamp => policy.Current.Hash;

    /// <summary>Whether the caller may do something to a node, and by which grant. The Service itself may take back what has run out.</summary>
    public Decision Decide(Caller caller, Permission permission, string path, string? setting = null) =>
        caller.User is { } person
            ? Evaluator.Decide(policy.Current.Policy, person, permission, path, setting, time.GetUtcNow())
            : default;

    /// <summary>Whether what somebody was allowed by these grants would still be allowed by them, wherever it was.</summary>
    public bool StillHold(IReadOnlyList<Guid> grants, Permission permission, IEnumerable<string> paths)
    {
        var now = time.GetUtcNow();
        var held = policy.Current.Policy.Grants
            .Where(grant => grants.Contains(grant.Id) && grant.HoldsAt(now) && grant.Role.Allows(permission))
            .ToList();
        return paths.All(path => held.Exists(grant => grant.Scope.Holds(path)));
    }

    /// <summary>Where the caller has a permission.</summary>
    public View ViewOf(Caller caller, Permission permission) =>
        caller.User is { } person ? Evaluator.ViewOf(policy.Current.Policy, person, permission, time.GetUtcNow()) : View.Nothing;

    /// <summary>What of the tree the caller may see.</summary>
    public Sight SightOf(Caller caller) => new(
        ViewOf(caller, Permission.TreeRead),
        ViewOf(caller, Permission.EffectiveRead),
        View.Of(ViewOf(caller, Permission.HistoryRead).Scopes.Concat(ViewOf(caller, Permission.AuditRead).Scopes)),
        ViewOf(caller, Permission.AuditRead));
}
