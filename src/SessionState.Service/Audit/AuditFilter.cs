using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;

namespace SessionState.Service.Audit;

/// <summary>The conditions of an <see cref="AuditQuery"/> as conditions on rows. Text is compared literally, never as a pattern.</summary>
internal static class AuditFilter
{
    /// <summary>What a list shows: an intent that has its outcome is shown as that, unless intents are asked for.</summary>
    public static IQueryable<AuditRow> Shown(IQueryable<AuditRow> rows, AuditQuery query, long? openIntent, IReadOnlyList<string>? names) =>
        Matching(query.Type is null ? rows.Where(row => row.Type != AuditType.Intent || row.Sequence == openIntent) : rows, query, names);

    /// <param name="rows">All records.</param>
    /// <param name="query">The conditions.</param>
    /// <param name="names">The keys of the people that <see cref="AuditQuery.Who"/> means; null where it asks for nobody.</param>
    public static IQueryable<AuditRow> Matching(IQueryable<AuditRow> rows, AuditQuery query, IReadOnlyList<string>? names)
    {
        if (query.Type is { } type)
        {
            rows = rows.Where(row => row.Type == type);
        }

        if (query.Outcome is { } outcome)
        {
            rows = rows.Where(row => row.Outcome == outcome);
        }

        if (!string.IsNullOrEmpty(query.Path))
        {
            // "/" is followed by "0": everything that starts with "path/" lies between the two.
            var path = AuditRow.Key(query.Path.TrimEnd('/'));
            var (first, end) = (path + "/", path + "0");
            rows = rows.Where(row => row.PathKey == path
                || (row.PathKey!.CompareTo(first) >= 0 && row.PathKey.CompareTo(end) < 0));
        }

        if (query.Setting is { } setting)
        {
            rows = rows.Where(row => row.Setting == setting);
        }

        if (query.Action is { } action)
        {
            rows = rows.Where(row => row.Action == action);
        }

        if (query.Ticket is { } ticket)
        {
            rows = rows.Where(row => EF.Functions.Collate(row.Ticket, "NOCASE") == ticket);
        }

        if (query.Before is { } before)
        {
            rows = rows.Where(row => row.Before == before);
        }

        if (query.After is { } after)
        {
            rows = rows.Where(row => row.After == after);
        }

        if (query.From is { } from)
        {
            var first = from.ToUnixTimeMilliseconds();
            rows = rows.Where(row => row.At >= first);
        }

        if (query.To is { } to)
        {
            var end = to.ToUnixTimeMilliseconds();
            rows = rows.Where(row => row.At < end);
        }

        if (names is not null)
        {
            rows = Of(rows, names);
        }

        // The index finds records with all the text's parts; whether they are one text is seen here.
        if (!string.IsNullOrEmpty(query.Text))
        {
            var text = AuditRow.TextKeyOf(query.Text);
            rows = rows.Where(row => row.TextKey.Contains(text));
        }

        return rows;
    }

    // One person's records are in the order of the list; those of several are merged in that order beforehand (AuditSources).
    private static IQueryable<AuditRow> Of(IQueryable<AuditRow> rows, IReadOnlyList<string> names) =>
        names is [var name] ? rows.Where(row => row.WhoKey == name) : rows.Where(row => names.Contains(row.WhoKey));
}
