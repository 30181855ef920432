using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;

namespace SessionState.Service.Audit;

/// <summary>The records that a list shows, newest first.</summary>
internal static class AuditSearch
{
    /// <summary>In the order of the list, so that it can end with the page.</summary>
    public static IQueryable<AuditRow> Newest(AuditDbContext context, AuditQuery query, long? openIntent)
    {
        var names = AuditNames.Meant(context, query);
        var merged = names is { Count: > 1 };
        var rows = merged ? AuditSources.Of(context, names!, query.Cursor ?? long.MaxValue) : context.Records;
        var shown = AuditFilter.Shown(rows.AsNoTracking(), query, openIntent, merged ? null : names);
        if (query.Cursor is { } cursor)
        {
            shown = shown.Where(row => row.Sequence < cursor);
        }

        return merged ? shown : shown.OrderByDescending(row => row.Sequence);
    }
}
