using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Audit;

/// <summary>Counts the records that match by spans of time: the newest of them, as many as can be counted while somebody waits.</summary>
internal sealed class AuditTimelineReader(AuditReader reader, AuditLog log)
{
    /// <param name="query">The conditions; what they say of time counts within the spans.</param>
    /// <param name="edges">Where the spans begin, ascending, and where the last one ends.</param>
    /// <param name="sight">What the person may see.</param>
    public ServiceResult<AuditTimeline> Read(AuditQuery query, IReadOnlyList<DateTimeOffset> edges, Sight sight) => reader.Read<AuditTimeline>(context =>
    {
        var within = query with
        {
            From = query.From > edges[0] ? query.From : edges[0],
            To = query.To < edges[^1] ? query.To : edges[^1],
            Cursor = null,
        };
        var search = new AuditSearch(context, within, log.OpenIntent, sight);
        var counted = search.FromTheNewest().Take(AuditTimeline.MaxRecords).Select(row => new { row.At, row.Outcome }).ToList();
        var bars = edges.Zip(edges.Skip(1), (from, to) =>
        {
            var (first, end) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
            var inside = counted.Where(row => row.At >= first && row.At < end).ToList();
            return new AuditTimelineBar(from, to, inside.Count, inside.Count(row => row.Outcome is AuditOutcome.Refused or AuditOutcome.Failed));
        });
        var isCut = counted.Count == AuditTimeline.MaxRecords || search.Floor is not null;
        return new AuditTimeline([.. bars], isCut && counted.Count > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(counted[^1].At) : null);
    });
}
