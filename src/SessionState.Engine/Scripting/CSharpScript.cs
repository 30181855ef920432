using System.Globalization;
using static SessionState.Engine.Scripting.ScriptQuoting;

namespace SessionState.Engine.Scripting;

/// <summary>A C# program that uses Microsoft.Web.Administration.</summary>
internal static class CSharpScript
{
    public static string Write(IReadOnlyList<ScriptStep> steps)
    {
        List<string> lines = ["using Microsoft.Web.Administration;", "", "using var manager = new ServerManager();"];
        var files = steps.Select(step => step.CommitPath).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var step in steps.DistinctBy(step => step.CommitPath, StringComparer.OrdinalIgnoreCase))
        {
            lines.Add($"var {Variable(files.IndexOf(step.CommitPath))} = manager.{Open(step)};");
        }

        foreach (var step in steps)
        {
            var index = files.FindIndex(file => file.Equals(step.CommitPath, StringComparison.OrdinalIgnoreCase));
            lines.Add(Statement(Variable(index), step));
        }

        lines.Add("manager.CommitChanges();");
        return string.Join('\n', lines);
    }

    private static string Variable(int index) =>
        index == 0 ? "configuration" : string.Create(CultureInfo.InvariantCulture, $"configuration{index + 1}");

    private static string Open(ScriptStep step)
    {
        if (step.IsApplicationHost)
        {
            return "GetApplicationHostConfiguration()";
        }

        var slash = step.CommitNode.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? $"GetWebConfiguration({CSharp(step.CommitNode)})"
            : $"GetWebConfiguration({CSharp(step.CommitNode[..slash])}, {CSharp(step.CommitNode[slash..])})";
    }

    private static string Statement(string configuration, ScriptStep step)
    {
        var section = $"{configuration}.GetSection({CSharp(step.Section)}"
            + (step.LocationPath is { } location ? $", {CSharp(location)})" : ")");
        if (step.Setting is not { } setting)
        {
            return $"{section}.OverrideMode = OverrideMode.{step.OverrideMode};";
        }

        var element = setting.IsOnSection ? section : $"{section}.GetChildElement({CSharp(setting.Element)})";
        return step.Verb == ScriptVerb.Set
            ? $"{element}[{CSharp(setting.Attribute)}] = {ScriptValues.ForCSharp(setting, step.Value!)};"
            : $"{element}.GetAttribute({CSharp(setting.Attribute)}).Delete();";
    }
}
