using System.Globalization;
using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>How a value is typed: minutes or seconds for a time, "no limit" for the value that means none.</summary>
public static class ValueInput
{
    private const string NoLimit = "no limit";
    private const string Infinite = "Infinite";
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Label(SettingType type) => type switch
    {
        SettingType.TimeSpan or SettingType.Minutes => "Minutes",
        SettingType.Seconds => "Seconds",
        SettingType.Choice or SettingType.Text => "Value",
        _ => "Number",
    };

    public static string Hint(SettingValue setting) => setting.Type switch
    {
        SettingType.Boolean => "On or off.",
        SettingType.Choice => $"One of {string.Join(", ", setting.Rules.Choices)}.",
        SettingType.Text => "Any text.",
        _ => Range(setting),
    };

    /// <summary>What was typed, in the configuration's spelling; null where it is no value.</summary>
    public static string? Parse(SettingValue setting, string input)
    {
        input = input.Trim();
        return setting.Type switch
        {
            SettingType.Boolean => input is "true" or "false" ? input : null,
            SettingType.Choice => setting.Rules.Choices.Contains(input) ? input : null,
            SettingType.Text => input.Length > 0 ? input : null,
            _ when input.Equals(NoLimit, StringComparison.OrdinalIgnoreCase) => Unlimited(setting),
            _ => Number(setting, input) is { } number ? Spell(setting.Type, number) : null,
        };
    }

    /// <summary>A value of the configuration as one types it.</summary>
    public static string Format(SettingType type, string value) => type switch
    {
        SettingType.TimeSpan when TimeSpan.TryParse(value, Culture, out var span) => ((long)span.TotalMinutes).ToString(Culture),
        SettingType.UnsignedInteger when value == uint.MaxValue.ToString(Culture) => NoLimit,
        SettingType.Minutes or SettingType.Seconds when value == Infinite => NoLimit,
        _ => value,
    };

    private static long? Number(SettingValue setting, string input) =>
        long.TryParse(input, NumberStyles.None, Culture, out var number) && number >= (setting.Rules.Minimum ?? 0) && number <= (setting.Rules.Maximum ?? int.MaxValue)
            ? number
            : null;

    private static string Spell(SettingType type, long number) =>
        type == SettingType.TimeSpan ? TimeSpan.FromMinutes(number).ToString("c", Culture) : number.ToString(Culture);

    private static string? Unlimited(SettingValue setting) =>
        setting.Type == SettingType.UnsignedInteger ? uint.MaxValue.ToString(Culture) : setting.Rules.AllowsInfinite ? Infinite : null;

    private static string Range(SettingValue setting)
    {
        var what = setting.Type switch
        {
            SettingType.TimeSpan or SettingType.Minutes => "Whole minutes",
            SettingType.Seconds => "Whole seconds",
            _ => "A whole number",
        };
        var range = (setting.Rules.Minimum, setting.Rules.Maximum) switch
        {
            ({ } least, { } most) => string.Create(Culture, $" from {least} to {most}"),
            ({ } least, null) => string.Create(Culture, $", at least {least}"),
            (null, { } most) => string.Create(Culture, $", at most {most}"),
            _ => "",
        };
        return $"{what}{range}{(Unlimited(setting) is null ? "" : ", or “no limit”")}.";
    }
}
