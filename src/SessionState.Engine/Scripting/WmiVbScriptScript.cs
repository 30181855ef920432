using static SessionState.Engine.Scripting.ScriptQuoting;

namespace SessionState.Engine.Scripting;

/// <summary>VBScript with IIS's WMI provider.</summary>
internal static class WmiVbScriptScript
{
    public static string Write(IReadOnlyList<ScriptStep> steps) => string.Join(
        '\n',
        [
            "Option Explicit",
            "Dim service, section",
            "Set service = GetObject(\"winmgmts:root\\WebAdministration\")",
            .. steps.SelectMany(Statements),
        ]);

    private static IEnumerable<string> Statements(ScriptStep step)
    {
        var path = $"{WmiNames.Class(step.Section)}.Path={WmiKey(step.CommitPath)},Location={WmiKey(step.LocationPath ?? "")}";
        yield return $"Set section = service.Get({VbScript(path)})";
        if (step is { Verb: ScriptVerb.Clear, Setting: { } cleared })
        {
            yield return $"section.RevertToParent {VbScript(WmiNames.Path(cleared))}";
            yield break;
        }

        yield return step.Setting is { } setting
            ? $"section.{WmiNames.Path(setting)} = {ScriptValues.ForWmiVbScript(setting, step.Value!)}"
            : $"section.SectionInformation.OverrideMode = \"{step.OverrideMode}\"";
        yield return "section.Put_";
    }
}
