using System.Globalization;

namespace SessionState.Engine.Schema;

/// <summary>The schema's value types: which texts are values, and how we spell them.</summary>
internal static class SettingValueParser
{
    internal static bool TryNormalize(Setting setting, string raw, out string canonical, out string error)
    {
        (canonical, error) = setting.Type switch
        {
            SettingType.Boolean => Boolean(raw),
            SettingType.UnsignedInteger => UnsignedInteger(raw),
            _ => Duration(setting, raw),
        };
        return error.Length == 0;
    }

    // Which casings IIS accepts in a file is not documented; any is read, the lower one is written.
    private static (string Canonical, string Error) Boolean(string raw) => raw switch
    {
        "true" => ("true", ""),
        "false" => ("false", ""),
        _ when raw.Equals("true", StringComparison.OrdinalIgnoreCase) => ("true", ""),
        _ when raw.Equals("false", StringComparison.OrdinalIgnoreCase) => ("false", ""),
        _ => ("", "Value must be true or false"),
    };

    private static (string Canonical, string Error) UnsignedInteger(string raw) =>
        uint.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number.ToString(CultureInfo.InvariantCulture), "")
            : ("", "Not a valid unsigned integer");

    private static (string Canonical, string Error) Duration(Setting setting, string raw)
    {
        string[] formats = [@"hh\:mm\:ss", @"d\.hh\:mm\:ss"];
        if (!TimeSpan.TryParseExact(raw, formats, CultureInfo.InvariantCulture, out var value))
        {
            return ("", "Value must be a time span such as 00:20:00 (hours:minutes:seconds)");
        }

        if (value < setting.Minimum || value > setting.Maximum || value.Ticks % setting.Granularity.Ticks != 0)
        {
            var seconds = setting.Granularity.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ("", $"Timespan value must be between {Spell(setting.Minimum)} and {Spell(setting.Maximum)} seconds inclusive, "
                + $"with a granularity of {seconds} seconds");
        }

        return (Spell(value), "");
    }

    private static string Spell(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
}
