using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Audit;

/// <summary>The records that a list shows, newest first.</summary>
internal sealed class AuditSearch
{
    /// <summary>How many records are looked at for what no index holds, such as a text that is too short for it, before the next page goes on.</summary>
    public const int ShortTextRecords = 20_000;

    private readonly AuditDbContext _context;
    private readonly AuditQuery _query;
    private readonly long? _openIntent;
    private readonly Sight _sight;
    private readonly IReadOnlyList<string>? _names;
    private readonly string? _question;

    public AuditSearch(AuditDbContext context, AuditQuery query, long? openIntent, Sight sight)
    {
        (_context, _query, _openIntent, _sight) = (context, query, openIntent, sight);
        _names = AuditNames.Meant(context, query);
        _question = string.IsNullOrEmpty(query.Text) ? null : TextIndex.Question(AuditRow.TextKeyOf(query.Text));
        if ((!string.IsNullOrEmpty(query.Text) || query.Before is not null || query.After is not null) && _question is null)
        {
            var oldest = context.Records.Min(row => (long?)row.Sequence) ?? 1;
            var end = query.Cursor ?? (context.Records.Max(row => (long?)row.Sequence) ?? 0) + 1;
            Floor = end - ShortTextRecords > oldest ? end - ShortTextRecords : null;
        }
    }

    /// <summary>The oldest record that is looked at, where there are older ones: the next page goes on there. Null: all are.</summary>
    public long? Floor { get; }

    /// <summary>The records of the page and of those after it, in the order of the list, so that asking can end with the page.</summary>
    public IQueryable<AuditRow> FromCursor() => Newest(_query.Cursor);

    /// <summary>The same from the newest record on.</summary>
    public IQueryable<AuditRow> FromTheNewest() => Newest(null);

    private IQueryable<AuditRow> Newest(long? cursor)
    {
        var merged = _question is null && _names is { Count: > 1 };
        var rows = _question is not null ? AuditSources.Containing(_context, _question)
            : merged ? AuditSources.Of(_context, _names!, cursor ?? long.MaxValue)
            : _context.Records;
        var shown = AuditFilter.Shown(AuditSight.Within(rows.AsNoTracking(), _sight), _query, _openIntent, merged ? null : _names);
        if (cursor is { } before)
        {
            shown = shown.Where(row => row.Sequence < before);
        }

        if (Floor is { } floor)
        {
            shown = shown.Where(row => row.Sequence >= floor);
        }

        return merged ? shown : shown.OrderByDescending(row => row.Sequence);
    }
}
