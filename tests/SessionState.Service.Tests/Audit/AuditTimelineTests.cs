using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Grants;
using SessionState.Service.Security;

namespace SessionState.Service.Tests.Audit;

public sealed class AuditTimelineTests
{
    [Fact]
    public void Timeline_OfSomeDays_CountsEachRecordInItsSpan()
    {
        using var audit = AuditFixture.Open();
        var start = audit.Clock.GetUtcNow();
        audit.Log.TryAppend(AuditFixture.Record());
        audit.Clock.Advance(TimeSpan.FromDays(2));
        audit.Log.TryAppend(AuditFixture.Record());
        audit.Log.TryAppend(AuditFixture.Record(AuditType.Denied));

        var timeline = Read(audit, new(), [start, start.AddDays(1), start.AddDays(2), start.AddDays(3)]);

        Assert.Equal([(1, 0), (0, 0), (2, 1)], timeline.Bars.Select(bar => (bar.Count, bar.Troubled)));
        Assert.Null(timeline.CountedTo);
    }

    [Fact]
    public void Timeline_OfAQuery_CountsWhatMatches()
    {
        using var audit = AuditFixture.Open();
        var start = audit.Clock.GetUtcNow();
        audit.Log.TryAppend(AuditFixture.Record(path: "Contoso"));
        audit.Log.TryAppend(AuditFixture.Record(path: "Fabrikam"));

        Assert.Equal(1, Assert.Single(Read(audit, new() { Path = "Contoso" }, [start.AddDays(-1), start.AddDays(1)]).Bars).Count);
        Assert.Equal(0, Assert.Single(Read(audit, new() { To = start.AddHours(-1) }, [start.AddDays(-1), start.AddDays(1)]).Bars).Count);
    }

    [Fact]
    public void Timeline_ForSomebodyWhoSeesAPart_CountsThatPart()
    {
        using var audit = AuditFixture.Open();
        var start = audit.Clock.GetUtcNow();
        audit.Log.TryAppend(AuditFixture.Record(path: "Contoso"));
        audit.Log.TryAppend(AuditFixture.Record(path: "Fabrikam"));

        var timeline = new AuditTimelineReader(audit.Reader, audit.Log)
            .Read(new(), [start.AddDays(-1), start.AddDays(1)], Sight.Everything with { Audit = View.Nothing, History = View.Nothing }).Value!;

        Assert.Equal(0, Assert.Single(timeline.Bars).Count);
    }

    [Fact]
    public void List_ByValue_FindsTheRecordsThatHoldIt()
    {
        using var audit = AuditFixture.Open();
        var record = audit.Log.TryAppend(AuditFixture.Record())!;
        var entry = audit.Reader.List(new(), Sight.Everything).Value!.Items[0];

        Assert.Equal([record.Sequence], Sequences(audit, new() { Before = entry.Before, After = entry.After }));
        Assert.Empty(Sequences(audit, new() { After = "no such value" }));
    }

    private static IEnumerable<long> Sequences(AuditFixture audit, AuditQuery query) =>
        audit.Reader.List(query, Sight.Everything).Value!.Items.Select(entry => entry.Sequence);

    private static AuditTimeline Read(AuditFixture audit, AuditQuery query, IReadOnlyList<DateTimeOffset> edges) =>
        new AuditTimelineReader(audit.Reader, audit.Log).Read(query, edges, Sight.Everything).Value!;
}
