using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SessionState.Contracts;

/// <summary>Something a person may be allowed to do at a place: the server, a site, or an application or folder with everything below it.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The word for it; the rule is about .NET Framework's code access security.")]
public enum Permission
{
    /// <summary>See that a node is there.</summary>
    [JsonStringEnumMemberName("tree.read")]
    TreeRead,

    /// <summary>See its values and where they come from.</summary>
    [JsonStringEnumMemberName("effective.read")]
    EffectiveRead,

    /// <summary>Set a value.</summary>
    [JsonStringEnumMemberName("session.set")]
    SessionSet,

    /// <summary>Let a value be inherited again.</summary>
    [JsonStringEnumMemberName("session.clear")]
    SessionClear,

    /// <summary>Lock, unlock, and repair what a lock broke.</summary>
    [JsonStringEnumMemberName("lock.set")]
    LockSet,

    /// <summary>See which changes were made to a node.</summary>
    [JsonStringEnumMemberName("history.read")]
    HistoryRead,

    /// <summary>Undo a change.</summary>
    [JsonStringEnumMemberName("rollback")]
    Rollback,

    /// <summary>Read the audit.</summary>
    [JsonStringEnumMemberName("audit.read")]
    AuditRead,

    /// <summary>Take the audit away as a file.</summary>
    [JsonStringEnumMemberName("audit.export")]
    AuditExport,

    /// <summary>Give and end grants.</summary>
    [JsonStringEnumMemberName("users.manage")]
    UsersManage,

    /// <summary>See how the Service itself fares.</summary>
    [JsonStringEnumMemberName("service.admin")]
    ServiceAdmin,

    /// <summary>Approve or reject what another person wants to change.</summary>
    [JsonStringEnumMemberName("change.approve")]
    ChangeApprove,

    /// <summary>In an emergency, make a change at once that otherwise takes a second person.</summary>
    [JsonStringEnumMemberName("change.break-glass")]
    BreakGlass,
}
