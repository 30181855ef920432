using static SessionState.Engine.Scripting.ScriptQuoting;

namespace SessionState.Engine.Scripting;

/// <summary>Windows PowerShell, module WebAdministration.</summary>
internal static class WebAdministrationScript
{
    public static string Write(IReadOnlyList<ScriptStep> steps) => string.Join(
        '\n', ["$ErrorActionPreference = 'Stop'", "Import-Module WebAdministration", .. steps.Select(Command)]);

    private static string Command(ScriptStep step)
    {
        var place = $"-PSPath {PowerShell(step.CommitPath)}"
            + (step.LocationPath is { } location ? $" -Location {PowerShell(location)}" : "");
        return step switch
        {
            { Verb: ScriptVerb.Set, Setting: { } setting } =>
                $"Set-WebConfigurationProperty {place} -Filter {PowerShell(Element(setting))} -Name {PowerShell(setting.Attribute)} "
                + $"-Value {ScriptValues.ForPowerShell(setting, step.Value!)}",
            { Verb: ScriptVerb.Clear, Setting: { } setting } =>
                $"Clear-WebConfiguration {place} -Filter {PowerShell($"{Element(setting)}/@{setting.Attribute}")}",
            _ => $"Set-WebConfiguration {place} -Filter {PowerShell("/" + step.Section)} -Metadata overrideMode -Value {step.OverrideMode}",
        };
    }

    private static string Element(Schema.Setting setting) => setting.IsOnSection ? setting.Section : $"{setting.Section}/{setting.Element}";
}
