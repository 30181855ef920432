using System.Collections.Immutable;
using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Locks;

namespace SessionState.Engine.Scripting;

/// <summary>Lines for a command prompt.</summary>
internal static class AppCmdScript
{
    private const string Program = @"%windir%\system32\inetsrv\appcmd.exe";

    /// <summary>One command for each step; values for one place are set in one command, and a section is cleared once.</summary>
    public static string Write(IReadOnlyList<ScriptStep> steps) => string.Join('\n', Commands(steps).Select(arguments => Line(arguments)));

    /// <summary>The same as a batch file.</summary>
    public static string WriteFile(IReadOnlyList<ScriptStep> steps)
    {
        var commands = Commands(steps).Select(arguments => Line(arguments.Select(ScriptQuoting.InBatch)) + " || exit /b").ToList();
        IEnumerable<string> lines = ["@echo off", "setlocal DisableDelayedExpansion", .. commands];

        // The command prompt reads batch files in a code page of the last century unless it is told otherwise.
        return string.Join('\n', commands.TrueForAll(line => line.All(char.IsAscii)) ? lines : lines.Prepend("@chcp 65001 >nul"));
    }

    private static IEnumerable<ImmutableArray<string>> Commands(IReadOnlyList<ScriptStep> steps)
    {
        for (var index = 0; index < steps.Count;)
        {
            var step = steps[index];
            var together = steps.Skip(index).TakeWhile(other => other.Verb == step.Verb && other.IsSamePlace(step)).ToList();
            yield return [Verb(step.Verb), "config", .. Identifier(step), $"-section:{step.Section}", .. Values(together), .. Commit(step)];
            index += together.Count;
        }
    }

    private static string Line(IEnumerable<string> arguments) => $"{Program} {string.Join(' ', arguments)}";

    private static string Verb(ScriptVerb verb) => verb switch
    {
        ScriptVerb.Set => "set",
        ScriptVerb.Clear => "clear",
        ScriptVerb.Unlock => "unlock",
        _ => "lock",
    };

    // What begins like a parameter, or like a configuration path, is named by its whole configuration path.
    private static IEnumerable<string> Identifier(ScriptStep step)
    {
        if (step.Path.Length > 0)
        {
            var isMistakable = step.Path[0] is '-' or '/' || step.Path.Split('/')[0].Equals("MACHINE", StringComparison.OrdinalIgnoreCase);
            yield return ScriptQuoting.Argument(isMistakable ? step.NodePath : step.Path);
        }
    }

    private static IEnumerable<string> Values(IEnumerable<ScriptStep> steps) => steps
        .Where(step => step.Verb == ScriptVerb.Set)
        .Select(step => (step.Setting!, step.Value!))
        .Select(pair => $"/{Name(pair.Item1)}:{ScriptQuoting.Argument(ScriptValues.ForAppCmd(pair.Item1, pair.Item2))}");

    private static string Name(Schema.Setting setting) =>
        setting.Element.Length == 0 ? setting.Attribute : $"{setting.Element}.{setting.Attribute}";

    // Without it the node's own file is written; the server's is applicationHost.config. A lock names its file wherever there is a choice.
    private static IEnumerable<string> Commit(ScriptStep step)
    {
        if (step.IsRootWeb)
        {
            yield return "/commit:webroot";
        }
        else if (step.IsApplicationHost)
        {
            if (step.Path.Length > 0 || (LockLevels.IsManaged(step.Section) && step.Setting is null))
            {
                yield return "/commit:apphost";
            }
        }
        else if (step.LocationPath is not null || step.Verb is ScriptVerb.Lock or ScriptVerb.Unlock)
        {
            yield return $"/commit:{ScriptQuoting.Argument($"{CommitPaths.ApplicationHost}/{step.CommitNode}")}";
        }
    }
}
