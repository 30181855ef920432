using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Live;

/// <summary>What the person may do, for not offering the rest. It decides nothing: the Service does.</summary>
public sealed class OwnRights(MyAccess access)
{
    public static OwnRights None { get; } = new(new([], ""));

    /// <summary>Somewhere.</summary>
    public bool May(Permission permission) => access.Permissions.Any(held => held.Permission == permission);

    /// <summary>At a node, with a setting or section; null for any.</summary>
    public bool May(Permission permission, string path, string? setting = null) => Holding(permission, path, setting).Any();

    /// <summary>Whether the change of the record is theirs to take back; for a lock they must be allowed to lock as well.</summary>
    public bool MayTakeBack(AuditEntry entry) =>
        entry.Path is { } path
        && May(Permission.Rollback, path, entry.Setting)
        && (entry.Action is not (ChangeAction.Lock or ChangeAction.Unlock or ChangeAction.InheritLock) || May(Permission.LockSet, path, entry.Setting));

    /// <summary>Whether a change there must name a ticket.</summary>
    public bool NeedsTicket(Permission permission, string path, string? setting) =>
        Holding(permission, path, setting).ToList() is { Count: > 0 } holding && holding.TrueForAll(held => held.NeedsTicket);

    private IEnumerable<HeldRight> Holding(Permission permission, string path, string? setting) => access.Permissions.Where(held =>
        held.Permission == permission
        && IsWithin(path, held.Path)
        && (held.Setting is null || setting is null || held.Setting.Equals(setting, StringComparison.OrdinalIgnoreCase)));

    private static bool IsWithin(string path, string place) =>
        place.Length == 0
        || path.Equals(place, StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(place + "/", StringComparison.OrdinalIgnoreCase);
}
