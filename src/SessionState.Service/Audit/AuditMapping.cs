using System.Globalization;
using System.Text;
using SessionState.Contracts;
using SessionState.Engine.Schema;
using SessionState.Service.Audit.People;
using SessionState.Service.Nodes;

namespace SessionState.Service.Audit;

/// <summary>Stored records as the contract shows them.</summary>
internal static class AuditMapping
{
    public static AuditEntry ToEntry(AuditRow row, PersonNames names)
    {
        var setting = row.Setting is null ? null : Settings.Find(row.Setting);
        return Plain(row, names) with
        {
            SettingTitle = setting?.Title,
            ValueType = setting is null ? null : SettingRules.TypeOf(setting),
        };
    }

    /// <param name="row">The row; its bytes may have been tampered with.</param>
    /// <param name="names">Knows what its person is called.</param>
    /// <param name="hashValid">Whether the row is intact and fits its neighbours.</param>
    /// <param name="approver">What the second person is called; null where there is none, or nobody knows.</param>
    public static AuditRecordDetails ToDetails(AuditRow row, PersonNames names, bool hashValid, string? approver = null)
    {
        var record = AuditJson.Read(row.Json);
        return new(
            ToEntry(row, names),
            record?.Actor.ToUser(names.Of(row)),
            record is null ? null : Peer(record.Via),
            record?.Do?.CommitPath,
            [.. (record?.Files ?? []).Select(file => new AuditedFile(file.Path, file.Pre, file.Post, file.Backup))],
            record?.Diff ?? [],
            AuditChain.Text(row.Hash),
            record?.Prev ?? "",
            hashValid,
            Encoding.UTF8.GetString(row.Json))
        {
            Right = record?.Authz is { Grants: { } grants } right
                ? new(grants, right.Approver?.ToUser(approver), right.Approver?.Seq, right.BreakGlass is true)
                : null,
        };
    }

    private static AuditEntry Plain(AuditRow row, PersonNames names) => new(
        row.Sequence,
        DateTimeOffset.FromUnixTimeMilliseconds(row.At),
        row.Type,
        row.ChangeId,
        names.Of(row),
        row.Via,
        row.Path,
        row.Setting,
        row.Action,
        row.Before,
        row.After,
        row.Outcome,
        row.Reason,
        row.Ticket,
        row.Detail)
    {
        Target = row.Target,
        TargetCount = row.TargetCount,
        Undoes = row.Undoes,
        ConfirmBy = Time(row.ConfirmBy),
        Until = Time(row.Until),
    };

    private static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null;

    private static string? Peer(AuditVia via)
    {
        var uid = via.Uid is { } user ? string.Create(CultureInfo.InvariantCulture, $"uid {user}") : null;
        var pid = via.Pid is { } process ? string.Create(CultureInfo.InvariantCulture, $"pid {process}") : null;
        return uid is null && pid is null ? null : string.Join(", ", new[] { uid, pid }.OfType<string>());
    }
}
