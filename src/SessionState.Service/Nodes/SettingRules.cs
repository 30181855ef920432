using SessionState.Contracts;
using SessionState.Engine.Schema;
using EngineType = SessionState.Engine.Schema.SettingType;
using SettingType = SessionState.Contracts.SettingType;

namespace SessionState.Service.Nodes;

/// <summary>What the schema says about a setting's values, in the units in which people type them.</summary>
internal static class SettingRules
{
    public static SettingType TypeOf(Setting setting) => setting.Type switch
    {
        EngineType.Boolean => SettingType.Boolean,
        EngineType.UnsignedInteger => SettingType.UnsignedInteger,
        EngineType.Enum => SettingType.Choice,
        EngineType.WholeNumber => SettingType.WholeNumber,
        EngineType.TimeSpan => setting.TimeSpanFormat switch
        {
            TimeSpanFormat.Minutes => SettingType.Minutes,
            TimeSpanFormat.Seconds => SettingType.Seconds,
            _ => SettingType.TimeSpan,
        },
        _ => SettingType.Text,
    };

    public static ValueRules Of(Setting setting) => setting.Type switch
    {
        EngineType.Enum => new([.. setting.Values], null, null, false),
        EngineType.UnsignedInteger => new([], 0, uint.MaxValue, false),
        EngineType.WholeNumber => new([], setting.MinimumNumber, setting.MaximumNumber, false),
        EngineType.TimeSpan => new([], In(setting, setting.Minimum), In(setting, setting.Maximum), setting.AllowsInfinite),
        _ => ValueRules.None,
    };

    private static long? In(Setting setting, TimeSpan time) =>
        time == TimeSpan.MaxValue ? null
        : (long)(setting.TimeSpanFormat == TimeSpanFormat.Seconds ? time.TotalSeconds : time.TotalMinutes);
}
