using System.Globalization;

namespace SessionState.Engine.Schema;

/// <summary>Time spans: hours, minutes and seconds, or a whole number of minutes or seconds.</summary>
internal static class TimeSpanValue
{
    internal const string Infinite = "Infinite";

    // What ASP.NET's converters can hold.
    private const long MostSeconds = 922_337_203_685;

    internal static (string Canonical, string Error) Normalize(Setting setting, string raw)
    {
        if (raw == Infinite && setting.AllowsInfinite)
        {
            return (Infinite, "");
        }

        if (Parse(setting, raw) is not { } value)
        {
            return ("", setting.TimeSpanFormat switch
            {
                TimeSpanFormat.Minutes => "Value must be a whole number of minutes such as 20",
                TimeSpanFormat.Seconds => "Value must be a whole number of seconds such as 10",
                _ => "Value must be a time span such as 00:20:00 (hours:minutes:seconds)",
            });
        }

        return IsInRange(setting, value) ? (Spell(setting, value), "") : ("", Range(setting));
    }

    private static TimeSpan? Parse(Setting setting, string raw)
    {
        if (setting.TimeSpanFormat == TimeSpanFormat.Clock)
        {
            string[] formats = [@"hh\:mm\:ss", @"d\.hh\:mm\:ss"];
            return TimeSpan.TryParseExact(raw, formats, CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        var unit = setting.TimeSpanFormat == TimeSpanFormat.Minutes ? 60 : 1;
        return long.TryParse(raw, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            && number >= 0 && number <= MostSeconds / unit
                ? TimeSpan.FromSeconds(number * unit)
                : null;
    }

    private static bool IsInRange(Setting setting, TimeSpan value) =>
        value >= setting.Minimum && value <= setting.Maximum && value.Ticks % setting.Granularity.Ticks == 0;

    private static string Range(Setting setting)
    {
        if (setting.TimeSpanFormat != TimeSpanFormat.Clock)
        {
            var unit = setting.TimeSpanFormat == TimeSpanFormat.Minutes ? "minutes" : "seconds";
            return setting.Maximum == TimeSpan.MaxValue
                ? $"Value must be at least {Spell(setting, setting.Minimum)} {unit}"
                : $"Value must be between {Spell(setting, setting.Minimum)} and {Spell(setting, setting.Maximum)} {unit}";
        }

        var seconds = setting.Granularity.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return $"Timespan value must be between {Spell(setting, setting.Minimum)} and {Spell(setting, setting.Maximum)} seconds inclusive, "
            + $"with a granularity of {seconds} seconds";
    }

    private static string Spell(Setting setting, TimeSpan value) => setting.TimeSpanFormat switch
    {
        TimeSpanFormat.Minutes => ((long)value.TotalMinutes).ToString(CultureInfo.InvariantCulture),
        TimeSpanFormat.Seconds => ((long)value.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        _ => value.ToString("c", CultureInfo.InvariantCulture),
    };
}
