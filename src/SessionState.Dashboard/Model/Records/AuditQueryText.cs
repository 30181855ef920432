using System.Globalization;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Records;

/// <summary>Conditions as one types them: <c>who:bob site:Contoso outcome:refused since:7d anything else</c>.</summary>
public static class AuditQueryText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private static readonly (string Key, string[] Values)[] Keys =
    [
        ("who", []), ("site", []), ("setting", []), ("action", ["set", "clear", "lock", "unlock", "repair"]), ("before", ["on", "off"]),
        ("after", ["on", "off"]), ("ticket", []), ("outcome", Words<AuditOutcome>()), ("type", Words<AuditType>()),
        ("since", ["today", "24h", "7d", "30d"]), ("until", ["today"]),
    ];

    /// <summary>What was typed, on top of a filter; what makes no sense is said and left out.</summary>
    public static (AuditFilter Filter, IReadOnlyList<string> Problems) Apply(AuditFilter filter, string typed, BrowserClock clock)
    {
        var problems = new List<string>();
        var text = new List<string>();
        foreach (var word in Split(typed))
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !Keys.Any(key => key.Key.Equals(word[..colon], StringComparison.OrdinalIgnoreCase)))
            {
                text.Add(word);
            }
            else if (Set(filter, word[..colon].ToLowerInvariant(), word[(colon + 1)..], clock) is { } set)
            {
                filter = set;
            }
            else
            {
                problems.Add($"“{word}” makes no sense: {Hint(word[..colon].ToLowerInvariant())}");
            }
        }

        return (filter with { Text = text.Count == 0 ? null : string.Join(' ', text) }, problems);
    }

    /// <summary>What the last word that is being typed could become, each with all that stands before it.</summary>
    public static IEnumerable<string> Complete(string typed)
    {
        var start = typed.LastIndexOf(' ') + 1;
        var (before, word) = (typed[..start], typed[start..].ToLowerInvariant());
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? Keys.Where(key => key.Key.StartsWith(word, StringComparison.Ordinal)).Select(key => $"{before}{key.Key}:")
            : Keys.Where(key => key.Key == word[..colon]).SelectMany(key => key.Values)
                .Where(value => value.StartsWith(word[(colon + 1)..], StringComparison.OrdinalIgnoreCase)).Select(value => $"{before}{word[..colon]}:{value}");
    }

    // Null where the value is none.
    private static AuditFilter? Set(AuditFilter filter, string key, string value, BrowserClock clock) => (key, value.Length) switch
    {
        (_, 0) => null,
        ("who", _) => filter with { Who = value },
        ("site", _) => filter with { Path = value },
        ("setting", _) => filter with { Setting = value },
        ("ticket", _) => filter with { Ticket = value },
        ("before", _) => filter with { Before = Value(value) },
        ("after", _) => filter with { After = Value(value) },
        ("action", _) => Word<ChangeAction>(value) is { } action ? filter with { Action = action } : null,
        ("outcome", _) => Word<AuditOutcome>(value) is { } outcome ? filter with { Outcome = outcome } : null,
        ("type", _) => Word<AuditType>(value) is { } type ? filter with { Type = type } : null,
        ("since", _) => Day(value, clock) is { } day ? filter with { From = day } : null,
        _ => Day(value, clock) is { } day ? filter with { To = day } : null,
    };

    private static string Hint(string key) => Keys.Single(known => known.Key == key) switch
    {
        ("since" or "until", _) => "a day, such as 2026-11-22, today or 7d.",
        (_, { Length: > 0 } values) => $"one of {string.Join(", ", values)}.",
        _ => "something after the colon.",
    };

    // People say On and Off; the record says true and false.
    private static string Value(string value) => value.ToLowerInvariant() switch { "on" => "true", "off" => "false", _ => value };

    private static DateOnly? Day(string value, BrowserClock clock) => value.ToLowerInvariant() switch
    {
        "today" => clock.Today,
        "yesterday" => clock.Today.AddDays(-1),
        [.. var days, 'd'] when Number(days) is { } count => clock.Today.AddDays(-count),
        [.. var hours, 'h'] when Number(hours) is { } count => clock.Today.AddDays(-((count + 23) / 24)),
        _ => DateOnly.TryParseExact(value, "yyyy-MM-dd", Culture, DateTimeStyles.None, out var day) ? day : null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, Culture, out var number) && number <= 36_500 ? number : null;

    private static T? Word<T>(string value)
        where T : struct, Enum
        => Enum.GetNames<T>().Contains(value, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(value, ignoreCase: true) : null;

    private static string[] Words<T>()
        where T : struct, Enum
        => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    // Blanks part words, but not those within quotation marks: site:"Contoso Staging".
    private static IEnumerable<string> Split(string typed)
    {
        var word = "";
        var quoted = false;
        foreach (var letter in typed)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ' ' && !quoted)
            {
                if (word.Length > 0)
                {
                    yield return word;
                }

                word = "";
            }
            else
            {
                word += letter;
            }
        }

        if (word.Length > 0)
        {
            yield return word;
        }
    }
}
