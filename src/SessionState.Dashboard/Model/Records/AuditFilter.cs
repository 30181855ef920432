using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Records;

/// <summary>What the Audit page shows, as its address says it.</summary>
public sealed record AuditFilter
{
    public static AuditFilter None { get; } = new();

    public string? Who { get; init; }

    /// <summary>A node, with everything below it.</summary>
    public string? Path { get; init; }

    public AuditOutcome? Outcome { get; init; }

    public AuditType? Type { get; init; }

    public string? Setting { get; init; }

    public ChangeAction? Action { get; init; }

    /// <summary>The value before, as it is recorded.</summary>
    public string? Before { get; init; }

    /// <summary>The value after.</summary>
    public string? After { get; init; }

    public string? Ticket { get; init; }

    /// <summary>First day, in the person's time zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? To { get; init; }

    public string? Text { get; init; }

    /// <summary>Only records older than this one: where a further page begins.</summary>
    public long? OlderThan { get; init; }

    /// <summary>The record that is open.</summary>
    public long? Record { get; init; }

    /// <summary>How many conditions a person could lift.</summary>
    public int Conditions => new object?[] { Who, Path, Outcome, Type, Setting, Action, Before, After, Ticket, From, To, Text }.Count(condition => condition is not null);

    /// <summary>The same conditions from the newest record on.</summary>
    public AuditFilter FirstPage => this with { OlderThan = null, Record = null };

    public static AuditFilter Parse(string uri)
    {
        var query = new Query(uri);
        return new()
        {
            Who = NullIfEmpty(query["who"]),
            Path = NullIfEmpty(query["path"]),
            Outcome = query.Enum<AuditOutcome>("outcome"),
            Type = query.Enum<AuditType>("type"),
            From = Day(query["from"]),
            To = Day(query["to"]),
            Text = NullIfEmpty(query["text"]),
            Setting = NullIfEmpty(query["setting"]),
            Action = query.Enum<ChangeAction>("action"),
            Before = NullIfEmpty(query["before"]),
            After = NullIfEmpty(query["after"]),
            Ticket = NullIfEmpty(query["ticket"]),
            OlderThan = Number(query["older"]),
            Record = Number(query["record"]),
        };
    }

    public string ToUrl()
    {
        var values = new Dictionary<string, string?>
        {
            ["who"] = Who,
            ["path"] = Path,
            ["outcome"] = Query.Word(Outcome),
            ["type"] = Query.Word(Type),
            ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["text"] = Text,
            ["setting"] = Setting,
            ["action"] = Query.Word(Action),
            ["before"] = Before,
            ["after"] = After,
            ["ticket"] = Ticket,
            ["older"] = OlderThan?.ToString(CultureInfo.InvariantCulture),
            ["record"] = Record?.ToString(CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString(DashboardUrls.Audit, values.Where(value => value.Value is not null));
    }

    public AuditQuery ToQuery(BrowserClock clock, int limit) => new()
    {
        Who = Who,
        Path = Path,
        Outcome = Outcome,
        Type = Type,
        From = From is { } from ? clock.Start(from) : null,
        To = To is { } to ? clock.Start(to.AddDays(1)) : null,
        Text = Text,
        Setting = Setting,
        Action = Action,
        Before = Before,
        After = After,
        Ticket = Ticket,
        Cursor = OlderThan,
        Limit = limit,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
