using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;

namespace SessionState.Service.Audit;

/// <summary>The few different names among many records, found by jumping from one to the next in their index.</summary>
internal static class AuditNames
{
    /// <summary>More than these are not listed one by one: then nearly every record matches, and newest first finds them at once.</summary>
    private const int MaxNames = 50;

    /// <summary>The names that a query's <see cref="AuditQuery.Who"/> means; null where it asks for none, or they are too many.</summary>
    public static IReadOnlyList<string>? Meant(AuditDbContext context, AuditQuery query) =>
        string.IsNullOrEmpty(query.Who) ? null : Containing(context, AuditRow.Key(query.Who));

    /// <summary>The names, in lower case, that contain a text; null where they are too many.</summary>
    private static List<string>? Containing(AuditDbContext context, string text)
    {
        var names = context.Database.SqlQuery<string>(
            $"""
            WITH RECURSIVE Names(Name) AS (
                SELECT min(WhoKey) FROM AuditRecords
                UNION ALL
                SELECT (SELECT min(WhoKey) FROM AuditRecords WHERE WhoKey > Name) FROM Names WHERE Name IS NOT NULL)
            SELECT Name AS Value FROM Names WHERE Name IS NOT NULL AND instr(Name, {text}) > 0 LIMIT {MaxNames + 1}
            """).ToList();
        return names.Count > MaxNames ? null : names;
    }
}
