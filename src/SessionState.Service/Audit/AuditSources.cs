using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace SessionState.Service.Audit;

/// <summary>Where a list takes its records from, newest first, so that it can end with the page.</summary>
internal static class AuditSources
{
    /// <summary>The records of some people, merged: always the newest of those that are next for each of them.</summary>
    public static IQueryable<AuditRow> Of(AuditDbContext context, IReadOnlyList<string> keys, long before) => context.Records.FromSql(
        $"""
        WITH RECURSIVE Merged(Key, Newest) AS (
            SELECT value, (SELECT max(Sequence) FROM AuditRecords WHERE WhoKey = value AND Sequence < {before})
            FROM json_each({JsonSerializer.Serialize(keys)})
            UNION ALL
            SELECT Key, (SELECT max(Sequence) FROM AuditRecords WHERE WhoKey = Key AND Sequence < Newest) FROM Merged WHERE Newest IS NOT NULL
            ORDER BY 2 DESC)
        SELECT AuditRecords.* FROM Merged CROSS JOIN AuditRecords ON AuditRecords.Sequence = Newest
        """);

    /// <summary>The records that the index of texts names.</summary>
    public static IQueryable<AuditRow> Containing(AuditDbContext context, string question) => context.Records.FromSql(
        $"""
        SELECT AuditText.rowid AS Sequence, Json, Hash, At, Type, Outcome, ChangeId, Reference, Who, Via, Path, Setting, Action, Before, After,
            Reason, Ticket, Detail, WhoKey, PathKey, AuditRecords.TextKey AS TextKey,
            Target, TargetCount, Undoes, ConfirmBy, Until
        FROM AuditText CROSS JOIN AuditRecords ON AuditRecords.Sequence = AuditText.rowid
        WHERE AuditText MATCH {question}
        """);
}
