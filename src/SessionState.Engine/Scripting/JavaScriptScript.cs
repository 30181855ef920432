using static SessionState.Engine.Scripting.ScriptQuoting;

namespace SessionState.Engine.Scripting;

/// <summary>JavaScript for Windows Script Host, with IIS's administration objects.</summary>
internal static class JavaScriptScript
{
    public static string Write(IReadOnlyList<ScriptStep> steps) => string.Join('\n', CommitRounds.Of(steps).SelectMany(Round));

    private static IEnumerable<string> Round(IReadOnlyList<ScriptStep> steps)
    {
        yield return "var manager = new ActiveXObject(\"Microsoft.ApplicationHost.WritableAdminManager\");";
        yield return $"manager.CommitPath = {JavaScript(steps[0].CommitPath)};";
        foreach (var step in steps)
        {
            yield return $"var section = manager.GetAdminSection({JavaScript(step.Section)}, {JavaScript(step.NodePath)});";
            yield return Statement(step);
        }

        yield return "manager.CommitChanges();";
    }

    private static string Statement(ScriptStep step)
    {
        if (step.Setting is not { } setting)
        {
            return $"section.SetMetadata(\"overrideMode\", \"{step.OverrideMode}\");";
        }

        var element = setting.IsOnSection ? "section" : $"section.ChildElements.Item({JavaScript(setting.Element)})";
        var property = $"{element}.Properties.Item({JavaScript(setting.Attribute)})";
        return step.Verb == ScriptVerb.Set ? $"{property}.Value = {ScriptValues.ForJavaScript(setting, step.Value!)};" : $"{property}.Clear();";
    }
}
