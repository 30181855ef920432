using System.Globalization;
using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>How a value is typed: minutes for a time span, a plain number or "no limit" for a number.</summary>
public static class ValueInput
{
    private const string NoLimit = "no limit";
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Label(SettingType type) => type switch
    {
        SettingType.TimeSpan or SettingType.Minutes => "Minutes",
        SettingType.Seconds => "Seconds",
        SettingType.Choice or SettingType.Text => "Value",
        _ => "Number",
    };

    public static string Hint(SettingType type) => type switch
    {
        SettingType.TimeSpan => "Whole minutes, 0 to 525600 (365 days).",
        SettingType.UnsignedInteger => "A whole number from 0 to 4294967295, or “no limit”.",
        SettingType.Boolean => "On or off.",
        SettingType.Minutes or SettingType.Seconds => "A whole number, or Infinite.",
        SettingType.Number => "A whole number.",
        _ => "",
    };

    /// <summary>What was typed, in the configuration's spelling; null where it is no value.</summary>
    public static string? Parse(SettingType type, string input)
    {
        input = input.Trim();
        switch (type)
        {
            case SettingType.Boolean:
                return input is "true" or "false" ? input : null;
            case SettingType.TimeSpan:
                return int.TryParse(input, NumberStyles.None, Culture, out var minutes) && minutes <= 525_600
                    ? TimeSpan.FromMinutes(minutes).ToString("c", Culture)
                    : null;
            case SettingType.Choice or SettingType.Number or SettingType.Minutes or SettingType.Seconds or SettingType.Text:
                return input.Length == 0 ? null : input; // the service knows what is a value
            default:
                return input.Equals(NoLimit, StringComparison.OrdinalIgnoreCase) ? uint.MaxValue.ToString(Culture)
                    : uint.TryParse(input, NumberStyles.None, Culture, out var number) ? number.ToString(Culture) : null;
        }
    }

    /// <summary>A value of the configuration as one types it.</summary>
    public static string Format(SettingType type, string value) => type switch
    {
        SettingType.TimeSpan when TimeSpan.TryParse(value, Culture, out var span) => ((long)span.TotalMinutes).ToString(Culture),
        SettingType.UnsignedInteger when value == uint.MaxValue.ToString(Culture) => NoLimit,
        _ => value,
    };
}
