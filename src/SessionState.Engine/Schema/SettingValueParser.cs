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
            SettingType.Enum => EnumValue.Normalize(setting, raw),
            SettingType.WholeNumber => Integer(setting, raw),
            SettingType.Text => (raw, ""),
            _ => TimeSpanValue.Normalize(setting, raw),
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

    private static (string Canonical, string Error) Integer(Setting setting, string raw) =>
        !int.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? ("", "Not a valid integer")
            : number < setting.MinimumNumber || number > setting.MaximumNumber
                ? ("", string.Create(
                    CultureInfo.InvariantCulture,
                    $"Integer value must be between {setting.MinimumNumber} and {setting.MaximumNumber} inclusive"))
                : (number.ToString(CultureInfo.InvariantCulture), "");
}
