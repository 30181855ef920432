using System.Globalization;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Scripting;

/// <summary>Canonical values in the form that each way of writing them takes.</summary>
internal static class ScriptValues
{
    private const string Infinite = "Infinite";

    /// <summary>As IIS's command line takes it: the spelling of the file, and "True" and "False" as Microsoft's samples have them.</summary>
    public static string ForAppCmd(Setting setting, string value) => setting.Type == SettingType.Boolean ? Capital(value) : value;

    public static string ForPowerShell(Setting setting, string value) => setting.Type switch
    {
        SettingType.Boolean => $"${value}",
        SettingType.UnsignedInteger or SettingType.WholeNumber => value,
        SettingType.TimeSpan when Span(setting, value) is { } span => $"([TimeSpan]'{span}')",
        _ => ScriptQuoting.PowerShell(value),
    };

    public static string ForCSharp(Setting setting, string value) => setting.Type switch
    {
        SettingType.Boolean => value,
        SettingType.UnsignedInteger => value + "U",
        SettingType.WholeNumber => value,
        SettingType.TimeSpan when Span(setting, value) is { } span => $"System.TimeSpan.Parse(\"{span}\")",
        _ => ScriptQuoting.CSharp(value),
    };

    public static string ForJavaScript(Setting setting, string value) => setting.Type switch
    {
        SettingType.Boolean or SettingType.UnsignedInteger or SettingType.WholeNumber => value,
        _ => ScriptQuoting.JavaScript(Span(setting, value) ?? value),
    };

    public static string ForVbScript(Setting setting, string value) => setting.Type switch
    {
        SettingType.Boolean => Capital(value),
        SettingType.UnsignedInteger or SettingType.WholeNumber => value,
        _ => ScriptQuoting.VbScript(Span(setting, value) ?? value),
    };

    /// <summary>WMI has names as numbers, and time spans as CIM intervals.</summary>
    public static string ForWmiVbScript(Setting setting, string value) => setting.Type switch
    {
        SettingType.Boolean => Capital(value),
        SettingType.Enum => Index(setting, value),

        // Scripting has no unsigned numbers: the largest one is -1 there, which is what Microsoft documents as the default of Max.
        SettingType.UnsignedInteger => unchecked((int)uint.Parse(value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
        SettingType.WholeNumber => value,
        SettingType.TimeSpan => $"\"{Interval(setting, value)}\"",
        _ => ScriptQuoting.VbScript(value),
    };

    public static string ForWmiPowerShell(Setting setting, string value) => setting.Type switch
    {
        SettingType.Enum => Index(setting, value),
        SettingType.UnsignedInteger => $"[uint32]{value}",
        _ => ForPowerShell(setting, value),
    };

    /// <summary>Whether WMI's intervals, or a TimeSpan, can hold it.</summary>
    public static bool IsInfinite(Setting? setting, string? value) => setting?.Type == SettingType.TimeSpan && value == Infinite;

    private static string Capital(string value) => value == "true" ? "True" : "False";

    private static string Index(Setting setting, string value) => setting.Values.IndexOf(value).ToString(CultureInfo.InvariantCulture);

    // Whatever unit a file counts in, IIS's objects speak of hours, minutes and seconds. Null for "Infinite".
    private static string? Span(Setting setting, string value) => Parse(setting, value)?.ToString("c", CultureInfo.InvariantCulture);

    private static TimeSpan? Parse(Setting setting, string value) => setting.Type != SettingType.TimeSpan || value == Infinite ? null
        : setting.TimeSpanFormat switch
        {
            TimeSpanFormat.Minutes => TimeSpan.FromMinutes(long.Parse(value, CultureInfo.InvariantCulture)),
            TimeSpanFormat.Seconds => TimeSpan.FromSeconds(long.Parse(value, CultureInfo.InvariantCulture)),
            _ => TimeSpan.ParseExact(value, "c", CultureInfo.InvariantCulture),
        };

    private static string Interval(Setting setting, string value)
    {
        var span = Parse(setting, value) ?? TimeSpan.Zero;
        return string.Create(
            CultureInfo.InvariantCulture, $"{span.Days:00000000}{span.Hours:00}{span.Minutes:00}{span.Seconds:00}.000000:000");
    }
}
