using System.Globalization;

namespace SessionState.Dashboard.Model.Records;

/// <summary>One condition of a filter, as it is shown to be lifted.</summary>
/// <param name="Text">In words.</param>
/// <param name="Without">The filter without it.</param>
public sealed record AuditCondition(string Text, AuditFilter Without)
{
    public static IEnumerable<AuditCondition> Of(AuditFilter filter)
    {
        (string Name, string? Value, AuditFilter Without)[] all =
        [
            ("who", filter.Who, filter with { Who = null }),
            ("site", filter.Path, filter with { Path = null }),
            ("setting", filter.Setting, filter with { Setting = null }),
            ("action", Word(filter.Action), filter with { Action = null }),
            ("before", Value(filter.Before), filter with { Before = null }),
            ("after", Value(filter.After), filter with { After = null }),
            ("ticket", filter.Ticket, filter with { Ticket = null }),
            ("outcome", Word(filter.Outcome), filter with { Outcome = null }),
            ("type", Word(filter.Type), filter with { Type = null }),
            ("since", Day(filter.From), filter with { From = null }),
            ("until", Day(filter.To), filter with { To = null }),
            ("text", filter.Text, filter with { Text = null }),
        ];
        return all.Where(one => one.Value is not null).Select(one => new AuditCondition($"{one.Name}: {one.Value}", one.Without.FirstPage));
    }

    private static string? Word<T>(T? value)
        where T : struct, Enum
        => value?.ToString().ToLowerInvariant();

    private static string? Value(string? value) => value switch { "true" => "on", "false" => "off", _ => value };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
