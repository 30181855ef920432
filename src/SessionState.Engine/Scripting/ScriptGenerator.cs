using System.Collections.Immutable;
using System.Diagnostics;

namespace SessionState.Engine.Scripting;

/// <summary>
/// Writes a change as a script for the server itself. The forms are those of Microsoft's configuration reference ("ASP Session
/// &lt;session&gt;", its samples) and of the reference of each module; none of them could be run here.
/// </summary>
public static class ScriptGenerator
{
    private const string Percent =
        "The command prompt replaces what stands between two percent signs by a variable's value, if there is one of that name. The file does not.";

    private const string Wmi = "The WMI provider is a Windows feature of its own (\"IIS Management Scripts and Tools\"), and deprecated.";

    /// <summary>Every language, in the order in which they are offered.</summary>
    public static ImmutableArray<ScriptLanguage> Languages { get; } = [.. Enum.GetValues<ScriptLanguage>()];

    /// <summary>The change in every language.</summary>
    /// <param name="steps">What is to be done, in order; none for a change that changes nothing.</param>
    public static ImmutableArray<Script> WriteAll(IReadOnlyList<ScriptStep> steps) => [.. Languages.Select(language => Write(language, steps))];

    /// <summary>The change in one language: all of it, or why not.</summary>
    public static Script Write(ScriptLanguage language, IReadOnlyList<ScriptStep> steps) =>
        steps.Select(step => ScriptObstacles.Find(language, step)).FirstOrDefault(obstacle => obstacle is not null) is { } impossible
            ? new(language, null, null, impossible, [])
            : new(language, Text(language, steps) + "\n", FileText(language, steps).Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n", null, [.. Notes(language, steps)]);

    private static string Text(ScriptLanguage language, IReadOnlyList<ScriptStep> steps) => language switch
    {
        ScriptLanguage.AppCmd => AppCmdScript.Write(steps),
        ScriptLanguage.WebAdministration => WebAdministrationScript.Write(steps),
        ScriptLanguage.IisAdministration => IisAdministrationScript.Write(steps),
        ScriptLanguage.CSharp => CSharpScript.Write(steps),
        ScriptLanguage.JavaScript => JavaScriptScript.Write(steps),
        ScriptLanguage.VbScript => VbScriptScript.Write(steps),
        ScriptLanguage.WmiVbScript => WmiVbScriptScript.Write(steps),
        ScriptLanguage.WmiPowerShell => WmiPowerShellScript.Write(steps),
        _ => throw new UnreachableException(),
    };

    // Windows PowerShell takes a file for UTF-8 only where it says so in its first bytes.
    private static string FileText(ScriptLanguage language, IReadOnlyList<ScriptStep> steps) => language switch
    {
        ScriptLanguage.AppCmd => AppCmdScript.WriteFile(steps),
        ScriptLanguage.WebAdministration or ScriptLanguage.IisAdministration or ScriptLanguage.WmiPowerShell => "\uFEFF" + Text(language, steps),
        _ => Text(language, steps),
    };

    private static IEnumerable<string> Notes(ScriptLanguage language, IReadOnlyList<ScriptStep> steps)
    {
        if (language == ScriptLanguage.AppCmd && steps.Any(step => step.Path.Count(character => character == '%') > 1))
        {
            yield return Percent;
        }

        if (language is ScriptLanguage.WmiVbScript or ScriptLanguage.WmiPowerShell)
        {
            yield return Wmi;
        }
    }
}
