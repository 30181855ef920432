using SessionState.Contracts;

namespace SessionState.Service.Audit;

/// <summary>The conditions of an <see cref="AuditQuery"/> as conditions on rows. Text is compared literally, never as a pattern.</summary>
internal static class AuditFilter
{
    public static IQueryable<AuditRow> Apply(IQueryable<AuditRow> rows, AuditQuery query, long? openIntent)
    {
        rows = query.Type is { } type
            ? rows.Where(row => row.Type == type)
            : rows.Where(row => row.Type != AuditType.Intent || row.Sequence == openIntent);

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

        if (!string.IsNullOrEmpty(query.Who))
        {
            var who = AuditRow.Key(query.Who);
            rows = rows.Where(row => row.WhoKey.Contains(who));
        }

        if (!string.IsNullOrEmpty(query.Text))
        {
            var text = AuditRow.Key(query.Text);
            rows = rows.Where(row => row.TextKey.Contains(text));
        }

        return rows;
    }
}
