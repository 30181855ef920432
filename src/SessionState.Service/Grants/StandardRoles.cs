using System.Collections.Immutable;
using static SessionState.Contracts.Permission;

namespace SessionState.Service.Grants;

/// <summary>The roles a new policy begins with.</summary>
internal static class StandardRoles
{
    /// <summary>Reads everything and takes the audit away.</summary>
    public static Role Auditor { get; } = new("Auditor", [TreeRead, EffectiveRead, HistoryRead, AuditRead, AuditExport]);

    /// <summary>Turns sessions on and off where somebody asked for it in a ticket.</summary>
    public static Role HelpDesk { get; } = new("HelpDesk", [TreeRead, EffectiveRead, SessionSet, SessionClear, HistoryRead]) { NeedsTicket = true };

    /// <summary>Runs the sites.</summary>
    public static Role Operator { get; } = new(
        "Operator", [TreeRead, EffectiveRead, SessionSet, SessionClear, LockSet, HistoryRead, Rollback, AuditRead]);

    /// <summary>Is the second person where one is needed.</summary>
    public static Role Approver { get; } = new("Approver", [TreeRead, EffectiveRead, HistoryRead, AuditRead, ChangeApprove]);

    /// <summary>Says who may do what, and may not change the configuration.</summary>
    public static Role Administrator { get; } = new("Administrator", [TreeRead, AuditRead, AuditExport, UsersManage, ServiceAdmin]);

    /// <summary>May do without the second person in an emergency. It goes with a role that may make the change.</summary>
    public static Role BreakGlass { get; } = new("BreakGlass", [TreeRead, Contracts.Permission.BreakGlass]);

    public static ImmutableArray<Role> All { get; } = [Auditor, HelpDesk, Operator, Approver, Administrator, BreakGlass];
}
