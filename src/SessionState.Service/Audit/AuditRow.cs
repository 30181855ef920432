using SessionState.Contracts;
using SessionState.Service.Audit.People;

namespace SessionState.Service.Audit;

/// <summary>
/// A record in the database. <see cref="Json"/> is the record; every other column is copied out of it for searching,
/// so a column that differs from it has been tampered with.
/// </summary>
internal sealed record AuditRow
{
    public long Sequence { get; init; }

    public required byte[] Json { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long At { get; init; }

    public AuditType Type { get; init; }

    public AuditOutcome Outcome { get; init; }

    public Guid? ChangeId { get; init; }

    public long? Reference { get; init; }

    /// <summary>Which of the change's targets, from 1, and of how many.</summary>
    public int Target { get; init; } = 1;

    public int TargetCount { get; init; } = 1;

    public Guid? Undoes { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long? ConfirmBy { get; init; }

    public long? Until { get; init; }

    /// <summary>The key of the person's name (<see cref="Person"/>), or what stands for nobody in particular. Of version 1, the name.</summary>
    public required string Who { get; init; }

    public required string Via { get; init; }

    public string? Path { get; init; }

    public string? Setting { get; init; }

    public ChangeAction? Action { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? Reason { get; init; }

    public string? Ticket { get; init; }

    public string? Detail { get; init; }

    /// <summary>For searching without regard to case.</summary>
    public required string WhoKey { get; init; }

    public string? PathKey { get; init; }

    public required string TextKey { get; init; }

    public static AuditRow From(AuditRecord record, byte[] json) => new()
    {
        Sequence = record.Seq,
        Json = json,
        Hash = AuditChain.Hash(json),
        At = record.Ts.ToUnixTimeMilliseconds(),
        Type = record.Type,
        Outcome = OutcomeOf(record),
        ChangeId = record.Op,
        Reference = record.Ref,
        Target = record.Part?.Number ?? 1,
        TargetCount = record.Part?.Of ?? record.Targets?.Count ?? 1,
        Undoes = record.Undoes,
        ConfirmBy = record.ConfirmBy?.ToUnixTimeMilliseconds(),
        Until = record.Until?.ToUnixTimeMilliseconds(),
        Who = WhoOf(record),
        Via = record.Via.Process,
        Path = record.Do?.Path,
        Setting = record.Do?.Setting,
        Action = record.Do?.Action,
        Before = record.Do?.Before,
        After = record.Do?.After,
        Reason = record.Why?.Reason,
        Ticket = record.Why?.Ticket,
        Detail = record.Res?.Detail,
        WhoKey = Key(WhoOf(record)),
        PathKey = record.Do?.Path is { } path ? Key(path) : null,
        TextKey = TextKeyOf(string.Join('\n', record.Do?.Path, record.Why?.Reason, record.Why?.Ticket, record.Res?.Detail)),
    };

    public static string Key(string text) => text.ToLowerInvariant();

    /// <summary>The same of texts, whose index ends at a NUL.</summary>
    public static string TextKeyOf(string text) => Key(text).Replace('\0', '\uFFFD');

    /// <summary>True where both hold the same, also in the columns.</summary>
    public bool Matches(AuditRow other) =>
        Json.AsSpan().SequenceEqual(other.Json) && Hash.AsSpan().SequenceEqual(other.Hash) && WithoutBytes() == other.WithoutBytes();

    private static string WhoOf(AuditRecord record) => record.Who is { } commitment ? Person.KeyOf(commitment) : record.Actor.DisplayName;

    private static AuditOutcome OutcomeOf(AuditRecord record) => record.Type switch
    {
        AuditType.Intent => AuditOutcome.Pending,
        AuditType.Denied => AuditOutcome.Refused,
        AuditType.Admin when record.Res?.Code == AuditResult.Pending => AuditOutcome.Pending,
        AuditType.Outcome or AuditType.Recovered or AuditType.Admin =>
            record.Res?.Code == AuditResult.Applied ? AuditOutcome.Applied : AuditOutcome.Failed,
        _ => AuditOutcome.Noticed,
    };

    private AuditRow WithoutBytes() => this with { Json = Array.Empty<byte>(), Hash = Array.Empty<byte>() };
}
