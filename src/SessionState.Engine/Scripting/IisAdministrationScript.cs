using static SessionState.Engine.Scripting.ScriptQuoting;

namespace SessionState.Engine.Scripting;

/// <summary>Windows PowerShell, module IISAdministration. Section paths are case-sensitive there.</summary>
internal static class IisAdministrationScript
{
    public static string Write(IReadOnlyList<ScriptStep> steps)
    {
        // A cmdlet commits at once; what is set on an object is committed at the end of a delay only.
        var isOne = steps is [{ Verb: ScriptVerb.Set or ScriptVerb.Clear }];
        var lines = steps.SelectMany(Commands);
        return string.Join('\n', ["$ErrorActionPreference = 'Stop'", "Import-Module IISAdministration", .. isOne ? lines : Delayed(lines)]);
    }

    private static IEnumerable<string> Delayed(IEnumerable<string> lines) => [.. lines.Prepend("Start-IISCommitDelay"), "Stop-IISCommitDelay"];

    private static IEnumerable<string> Commands(ScriptStep step)
    {
        yield return $"$section = Get-IISConfigSection -SectionPath {PowerShell(step.Section)}"
            + (step.IsApplicationHost ? "" : $" -CommitPath {PowerShell(step.CommitNode)}")
            + (step.LocationPath is { } location ? $" -Location {PowerShell(location)}" : "");
        if (step.Setting is not { } setting)
        {
            yield return $"$section.OverrideMode = '{step.OverrideMode}'";
            yield break;
        }

        if (!setting.IsOnSection)
        {
            yield return $"$element = Get-IISConfigElement -ConfigElement $section -ChildElementName {PowerShell(setting.Element)}";
        }

        var element = setting.IsOnSection ? "$section" : "$element";
        yield return step.Verb == ScriptVerb.Set
            ? $"Set-IISConfigAttributeValue -ConfigElement {element} -AttributeName {PowerShell(setting.Attribute)} "
                + $"-AttributeValue {ScriptValues.ForPowerShell(setting, step.Value!)}"
            : $"Remove-IISConfigAttribute -ConfigElement {element} -AttributeName {PowerShell(setting.Attribute)}";
    }
}
