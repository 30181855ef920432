using static SessionState.Engine.Scripting.ScriptQuoting;

namespace SessionState.Engine.Scripting;

/// <summary>PowerShell's CIM cmdlets with IIS's WMI provider.</summary>
internal static class WmiPowerShellScript
{
    public static string Write(IReadOnlyList<ScriptStep> steps) =>
        string.Join('\n', ["$ErrorActionPreference = 'Stop'", .. steps.SelectMany(Statements)]);

    private static IEnumerable<string> Statements(ScriptStep step)
    {
        // An object that holds nothing but the key names the one to get, whatever characters the key has.
        yield return $"$key = New-CimInstance -Namespace 'root/WebAdministration' -ClassName {PowerShell(WmiNames.Class(step.Section))} -ClientOnly "
            + $"-Key 'Path', 'Location' -Property @{{ Path = {PowerShell(step.CommitPath)}; Location = {PowerShell(step.LocationPath ?? "")} }}";
        yield return "$section = Get-CimInstance -InputObject $key";
        if (step is { Verb: ScriptVerb.Clear, Setting: { } cleared })
        {
            yield return "Invoke-CimMethod -InputObject $section -MethodName 'RevertToParent' "
                + $"-Arguments @{{ PropertyName = {PowerShell(WmiNames.Path(cleared))} }} | Out-Null";
            yield break;
        }

        var (holder, property, value) = step.Setting is { } setting
            ? (WmiNames.Element(setting), WmiNames.Property(setting), ScriptValues.ForWmiPowerShell(setting, step.Value!))
            : ("SectionInformation", "OverrideMode", $"'{step.OverrideMode}'");
        if (holder is null)
        {
            yield return $"$section.{property} = {value}";
        }
        else
        {
            yield return $"$element = $section.{holder}";
            yield return $"$element.{property} = {value}";
            yield return $"$section.{holder} = $element";
        }

        yield return "Set-CimInstance -InputObject $section";
    }
}
