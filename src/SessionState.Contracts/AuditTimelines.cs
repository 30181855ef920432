namespace SessionState.Contracts;

/// <summary>How many matching audit records there are in each span of time, for a chart.</summary>
/// <param name="Bars">The spans, oldest first.</param>
/// <param name="CountedTo">Where there are more records than anybody counts: only what is newer than this instant is counted. Null: all are.</param>
public sealed record AuditTimeline(IReadOnlyList<AuditTimelineBar> Bars, DateTimeOffset? CountedTo)
{
    /// <summary>Most spans that are answered for.</summary>
    public const int MaxBars = 120;

    /// <summary>Most records that are counted, the newest ones.</summary>
    public const int MaxRecords = 20_000;
}

/// <summary>One span.</summary>
/// <param name="From">Its first instant (UTC).</param>
/// <param name="To">The instant after it.</param>
/// <param name="Count">Matching records in it.</param>
/// <param name="Troubled">Those of them that were refused or failed.</param>
public sealed record AuditTimelineBar(DateTimeOffset From, DateTimeOffset To, int Count, int Troubled);
