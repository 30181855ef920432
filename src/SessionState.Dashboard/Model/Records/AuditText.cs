using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Records;

/// <summary>Audit records in words.</summary>
public static class AuditText
{
    /// <summary>What it is about: "Set ASP session state", "File edited outside", "Service started".</summary>
    public static string What(AuditEntry entry)
    {
        var setting = entry.Setting is null ? "" : $" {entry.SettingTitle ?? entry.Setting}";
        var action = entry.Action switch
        {
            ChangeAction.Set => $"Set{setting}",
            ChangeAction.Clear => $"Back to inherited:{setting}",
            ChangeAction.Lock => $"Lock{setting}",
            ChangeAction.Unlock => $"Unlock{setting}",
            ChangeAction.InheritLock => $"Back to the inherited lock:{setting}",
            ChangeAction.Repair => $"Repair{setting}",
            _ => $"Change{setting}",
        };
        return entry.Type switch
        {
            AuditType.Intent or AuditType.Outcome => entry.Undoes is null ? action : $"Taken back: {char.ToLowerInvariant(action[0])}{action[1..]}",
            AuditType.Confirmed => "Change confirmed",
            AuditType.Lapsed => "Change not taken back",
            AuditType.Denied => $"Denied: {char.ToLowerInvariant(action[0])}{action[1..]}",
            AuditType.Recovered => $"Recovered after a crash: {char.ToLowerInvariant(action[0])}{action[1..]}",
            AuditType.External => entry.Setting is null ? "File edited outside" : $"Edited outside:{setting}",
            AuditType.Start => "Service started",
            AuditType.Auth => "Sign-in",
            AuditType.Key => "Signing key replaced",
            AuditType.Admin => "Grants changed",
            AuditType.Erasure => "A person's names erased",
            AuditType.Segment => "Old records archived",
            AuditType.Approval => "Approval",
            AuditType.BreakGlass => "Emergency: done without a second person",
            _ => "Service stopped",
        };
    }

    public static string Outcome(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Applied => "Applied",
        AuditOutcome.Refused => "Refused",
        AuditOutcome.Failed => "Failed",
        AuditOutcome.Noticed => "Noticed",
        _ => "Pending",
    };

    public static string OutcomeIcon(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Applied => "check",
        AuditOutcome.Refused => "lock",
        AuditOutcome.Failed => "alert",
        AuditOutcome.Noticed => "eye",
        _ => "clock",
    };

    /// <summary>Whether the record tells of a change that may be taken back; whether it still can be is known when somebody asks.</summary>
    public static bool CanTakeBack(AuditEntry entry) =>
        entry is { ChangeId: not null, Outcome: AuditOutcome.Applied, Type: AuditType.Outcome or AuditType.Recovered, Action: not ChangeAction.Repair };

    /// <summary>Whether the record has values to show.</summary>
    public static bool HasValues(AuditEntry entry) => entry.Before is not null || entry.After is not null;
}
