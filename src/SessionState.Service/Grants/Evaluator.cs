using SessionState.Contracts;

namespace SessionState.Service.Grants;

/// <summary>
/// Decides who may do what, where and when. Everything that asks, asks here: the change pipeline, what is shown, and "what may she do?".
/// Forbidden unless a grant allows it.
/// </summary>
internal static class Evaluator
{
    /// <param name="policy">The grants.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="permission">What for.</param>
    /// <param name="path">Where: a node's path, "" for the server.</param>
    /// <param name="setting">Which setting or section is changed; null where it is not about one.</param>
    /// <param name="now">When.</param>
    public static Decision Decide(Policy policy, ActingUser person, Permission permission, string path, string? setting, DateTimeOffset now)
    {
        Grant? best = null;
        foreach (var grant in Held(policy, person, permission, now))
        {
            if (grant.Scope.Holds(path) && IsFor(grant, permission, setting) && (best is null || IsBetter(grant, best)))
            {
                best = grant;
            }
        }

        return new(best);
    }

    /// <summary>The places at which somebody has a permission, each said once.</summary>
    public static View ViewOf(Policy policy, ActingUser person, Permission permission, DateTimeOffset now) =>
        View.Of(Held(policy, person, permission, now).Select(grant => grant.Scope));

    /// <summary>A grant that allows something at a place for as long as another one would run; null for none.</summary>
    public static Grant? Covering(Policy policy, ActingUser person, Permission permission, Grant wanted, DateTimeOffset now) =>
        Held(policy, person, permission, now).FirstOrDefault(own =>
            own.Scope.Holds(wanted.Scope)
            && (own.Setting is null || SettingIs(own.Setting, wanted.Setting))
            && (own.Until is null || wanted.Until <= own.Until)
            && (!own.Role.NeedsTicket || wanted.Role.NeedsTicket));

    private static IEnumerable<Grant> Held(Policy policy, ActingUser person, Permission permission, DateTimeOffset now) =>
        policy.Grants.Where(grant => grant.Role.Allows(permission) && grant.Subject.Means(person) && grant.HoldsAt(now));

    private static bool IsFor(Grant grant, Permission permission, string? setting) =>
        grant.Setting is null || !IsAboutSettings(permission) || SettingIs(grant.Setting, setting);

    private static bool IsAboutSettings(Permission permission) =>
        permission is Permission.SessionSet or Permission.SessionClear or Permission.LockSet or Permission.Rollback
            or Permission.ChangeApprove or Permission.BreakGlass;

    private static bool SettingIs(string granted, string? asked) => granted.Equals(asked, StringComparison.OrdinalIgnoreCase);

    // Of several the one that asks for least.
    private static bool IsBetter(Grant grant, Grant than) => than.Role.NeedsTicket && !grant.Role.NeedsTicket;
}
