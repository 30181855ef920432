using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;

namespace SessionState.Service.Audit;

/// <summary>
/// The few different people among many records: whose name, or what stands for it, contains a text. Records of version 1 hold names
/// themselves, so the keys are found by jumping from one to the next in their index.
/// </summary>
internal static class AuditNames
{
    /// <summary>The keys that a query's <see cref="AuditQuery.Who"/> means; null where it asks for nobody.</summary>
    public static IReadOnlyList<string>? Meant(AuditDbContext context, AuditQuery query) =>
        string.IsNullOrEmpty(query.Who) ? null : Containing(context, AuditRow.Key(query.Who));

    private static List<string> Containing(AuditDbContext context, string text) => context.Database.SqlQuery<string>(
        $"""
        WITH RECURSIVE Keys(Key) AS (
            SELECT min(WhoKey) FROM AuditRecords
            UNION ALL
            SELECT (SELECT min(WhoKey) FROM AuditRecords WHERE WhoKey > Key) FROM Keys WHERE Key IS NOT NULL)
        SELECT Keys.Key AS Value FROM Keys LEFT JOIN AuditPeople ON AuditPeople.Key = Keys.Key
        WHERE Keys.Key IS NOT NULL
            AND instr(coalesce(NameKey, CASE WHEN Keys.Key LIKE '~%' THEN '(erased ' || substr(Keys.Key, 2) || ')' ELSE Keys.Key END), {text}) > 0
        """).ToList();
}
