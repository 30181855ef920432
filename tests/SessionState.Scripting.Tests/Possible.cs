using SessionState.Engine.Scripting;

namespace SessionState.Scripting.Tests;

/// <summary>The cases that a language can do.</summary>
internal static class Possible
{
    public static TheoryData<string> Names(ScriptLanguage language) =>
        [.. ScriptCases.All.Where(one => ScriptGenerator.Write(language, one.Steps).Text is not null).Select(one => one.Name)];

    public static (IReadOnlyList<ScriptStep> Steps, string Text) Write(ScriptLanguage language, string name)
    {
        var steps = ScriptCases.All.Single(one => one.Name == name).Steps;
        return (steps, ScriptGenerator.Write(language, steps).Text!);
    }
}
