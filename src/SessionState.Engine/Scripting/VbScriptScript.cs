using static SessionState.Engine.Scripting.ScriptQuoting;

namespace SessionState.Engine.Scripting;

/// <summary>VBScript for Windows Script Host, with IIS's administration objects.</summary>
internal static class VbScriptScript
{
    public static string Write(IReadOnlyList<ScriptStep> steps) => string.Join(
        '\n', ["Option Explicit", "Dim manager, section", .. CommitRounds.Of(steps).SelectMany(Round)]);

    private static IEnumerable<string> Round(IReadOnlyList<ScriptStep> steps)
    {
        yield return "Set manager = CreateObject(\"Microsoft.ApplicationHost.WritableAdminManager\")";
        yield return $"manager.CommitPath = {VbScript(steps[0].CommitPath)}";
        foreach (var step in steps)
        {
            yield return $"Set section = manager.GetAdminSection({VbScript(step.Section)}, {VbScript(step.NodePath)})";
            yield return Statement(step);
        }

        yield return "manager.CommitChanges";
    }

    private static string Statement(ScriptStep step)
    {
        if (step.Setting is not { } setting)
        {
            return $"section.SetMetadata \"overrideMode\", \"{step.OverrideMode}\"";
        }

        var element = setting.IsOnSection ? "section" : $"section.ChildElements.Item({VbScript(setting.Element)})";
        var property = $"{element}.Properties.Item({VbScript(setting.Attribute)})";
        return step.Verb == ScriptVerb.Set ? $"{property}.Value = {ScriptValues.ForVbScript(setting, step.Value!)}" : $"{property}.Clear";
    }
}
