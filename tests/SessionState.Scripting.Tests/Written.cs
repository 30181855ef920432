using System.Globalization;
using SessionState.Engine.Schema;
using SessionState.Engine.Scripting;

namespace SessionState.Scripting.Tests;

/// <summary>What an engine that ran a script saw it do at one place, in words that all languages share.</summary>
internal sealed record Written(string CommitPath, string Place, string Section, string What)
{
    /// <summary>What a step ought to do, for ways that name the node itself.</summary>
    public static Written OfNode(ScriptStep step, Func<ScriptStep, string> value) =>
        new(step.CommitPath, NodePath(step), step.Section, Effect(step, value));

    /// <summary>The same for ways that name the location tag.</summary>
    public static Written OfLocation(ScriptStep step, Func<ScriptStep, string> value) =>
        new(step.CommitPath, step.LocationPath ?? "", step.Section, Effect(step, value));

    /// <summary>A value as text, whatever type a language gave it.</summary>
    public static string Text(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The value with time spans as hours, minutes and seconds, as IIS's objects have them.</summary>
    public static string AsObject(ScriptStep step) => (step.Setting, step.Value) switch
    {
        (_, null or "Infinite") => step.Value ?? "",
        ({ Type: SettingType.TimeSpan, TimeSpanFormat: TimeSpanFormat.Minutes }, { } minutes) =>
            Text(TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture))),
        ({ Type: SettingType.TimeSpan, TimeSpanFormat: TimeSpanFormat.Seconds }, { } seconds) =>
            Text(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))),
        _ => step.Value,
    };

    private static string Effect(ScriptStep step, Func<ScriptStep, string> value) => step.Verb switch
    {
        ScriptVerb.Set => $"{Property(step.Setting!)}={value(step)}",
        ScriptVerb.Clear => $"{Property(step.Setting!)} cleared",
        ScriptVerb.Unlock => "Allow",
        ScriptVerb.Lock => "Deny",
        _ => "Inherit",
    };

    private static string Property(Setting setting) =>
        setting.Element.Length == 0 ? setting.Attribute : $"{setting.Element}.{setting.Attribute}";

    private static string NodePath(ScriptStep step) => step.CommitPath == Steps.RootWeb ? step.CommitPath
        : step.Path.Length == 0 ? Steps.ApplicationHost
        : $"{Steps.ApplicationHost}/{step.Path}";
}
