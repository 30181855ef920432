using SessionState.Contracts;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Sections;

/// <summary>A setting that is searched for.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Value">The value in canonical spelling; null for any.</param>
internal sealed record SearchedSetting(Setting Setting, string? Value)
{
    /// <summary>Whether a level sets it, to that value.</summary>
    public bool Matches(LadderStep step) => step.Raw is { } raw
        && (Value is null || (Setting.TryNormalize(raw, out var canonical, out _) ? canonical : raw).Equals(Value, StringComparison.Ordinal));
}
