using SessionState.Contracts;

namespace SessionState.Dashboard.Tests.Support;

/// <summary>An audit log in memory; its hashes are only as long as real ones.</summary>
internal sealed class FakeAudit
{
    private readonly List<AuditRecordDetails> _records = [];

    public long Head => _records.Count;

    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 14, 3, 5, TimeSpan.Zero);

    public AuditEntry Add(string who, ApplyChangeRequest change, ChangePreview preview) => Add(new(
        Head + 1, Now, AuditType.Outcome, change.ChangeId, who, "dashboard", change.Change.First.Path, change.Change.First.Setting, change.Change.First.Action,
        preview.Effects.Count > 0 ? preview.Effects[0].Before : null, preview.Effects.Count > 0 ? preview.Effects[0].After : null,
        AuditOutcome.Applied, change.Reason, change.Ticket, null), preview.Files);

    public AuditEntry Add(AuditEntry entry, IReadOnlyList<FileDiff>? diff = null)
    {
        entry = entry with { Sequence = Head + 1 };
        if (entry.Setting == FakeDetails.AllowSessionState)
        {
            entry = entry with { SettingTitle = "ASP session state", ValueType = SettingType.Boolean };
        }

        _records.Add(new(
            entry, new("local", entry.Who, entry.Who), "uid 1000, pid 4711", "MACHINE/WEBROOT/APPHOST",
            [new(FakeDetails.HostConfig, Hash('a'), Hash('b'), "20261122-140305-applicationHost.config")], diff ?? [],
            Hash('c'), Hash('0'), true, $$"""{"sequence":{{entry.Sequence}},"who":"{{entry.Who}}"}"""));
        return entry;
    }

    /// <summary>Somebody did something without the second person.</summary>
    public AuditEntry Alarm(string who, string reason) => Add(new(
        0, Now, AuditType.BreakGlass, Guid.NewGuid(), who, "dashboard", "", null, null, null, null, AuditOutcome.Noticed, reason, null,
        "Emergency: done without a second person: Turn ASP sessions off for the whole server."));

    public void Spoil(long sequence) => _records[(int)sequence - 1] = _records[(int)sequence - 1] with { HashValid = false };

    public AuditRecordDetails? Find(long sequence) => _records.Find(record => record.Entry.Sequence == sequence);

    public AuditEntry Find(Guid changeId) => _records.First(record => record.Entry.ChangeId == changeId).Entry;

    public AuditPage List(AuditQuery query)
    {
        var all = _records.Select(record => record.Entry).Where(entry => Matches(entry, query)).Reverse().ToList();
        var page = all.Where(entry => query.Cursor is null || entry.Sequence < query.Cursor).ToList();
        return new([.. page.Take(query.Limit)], all.Count, page.Count > query.Limit ? page[query.Limit - 1].Sequence : null);
    }

    private static bool Matches(AuditEntry entry, AuditQuery query) =>
        Contains(entry.Who, query.Who)
        && (query.Path is null || (entry.Path is not null && FakeServer.IsUnder(entry.Path, query.Path)))
        && (query.Type is null || entry.Type == query.Type)
        && (query.Outcome is null || entry.Outcome == query.Outcome)
        && (query.Ticket is null || string.Equals(entry.Ticket, query.Ticket, StringComparison.OrdinalIgnoreCase))
        && (query.Action is null || entry.Action == query.Action)
        && (query.Before is null || entry.Before == query.Before)
        && (query.After is null || entry.After == query.After)
        && (query.Type is null || entry.Type == query.Type)
        && (query.From is null || entry.At >= query.From)
        && (query.To is null || entry.At < query.To)
        && (Contains(entry.Path, query.Text) || Contains(entry.Reason, query.Text) || Contains(entry.Ticket, query.Text));

    private static bool Contains(string? text, string? part) => part is null || (text?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false);

    private static string Hash(char digit) => new(digit, 64);
}
