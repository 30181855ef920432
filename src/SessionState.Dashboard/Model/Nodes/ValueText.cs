using System.Globalization;
using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Nodes;

/// <summary>Values for people: On and Off instead of true and false, minutes instead of 00:20:00.</summary>
public static class ValueText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A value in the configuration's spelling; null is an error.</summary>
    public static string Display(SettingType type, string? value) => value is null
        ? "Error"
        : type switch
        {
            SettingType.Boolean => value == "true" ? "On" : value == "false" ? "Off" : value,
            SettingType.TimeSpan when TimeSpan.TryParse(value, Culture, out var span) => Duration(span),
            SettingType.Minutes or SettingType.Seconds when value == "Infinite" => "No limit",
            SettingType.Minutes when int.TryParse(value, NumberStyles.None, Culture, out var minutes) => Duration(TimeSpan.FromMinutes(minutes)),
            SettingType.Seconds when int.TryParse(value, NumberStyles.None, Culture, out var seconds) => Duration(TimeSpan.FromSeconds(seconds)),
            SettingType.UnsignedInteger when uint.TryParse(value, Culture, out var number) => Number(number),
            SettingType.Text when value.Length == 0 => "(empty)",
            _ => value,
        };

    /// <summary>A recorded value; one that is unknown or in error is a dash.</summary>
    public static string Recorded(AuditEntry entry, string? value) => value is null ? "—" : Display(entry.ValueType ?? SettingType.Text, value);

    // The schema writes "no limit" as the largest number there is.
    private static string Number(uint number) => number == uint.MaxValue ? "No limit" : number.ToString("N0", Culture);

    private static string Duration(TimeSpan span)
    {
        string[] parts = [Count(span.Days, "day"), Count(span.Hours, "hour"), Count(span.Minutes, "minute"), Count(span.Seconds, "second")];
        var words = string.Join(" ", parts.Where(part => part.Length > 0));
        return words.Length == 0 ? "0 minutes" : words;
    }

    private static string Count(int number, string unit) => number switch
    {
        0 => "",
        1 => $"1 {unit}",
        _ => string.Create(Culture, $"{number} {unit}s"),
    };
}
