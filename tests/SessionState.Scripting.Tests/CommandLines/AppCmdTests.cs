using CsCheck;
using SessionState.Engine.Schema;
using SessionState.Engine.Scripting;

namespace SessionState.Scripting.Tests.CommandLines;

/// <summary>
/// Command lines, taken apart as Windows does. That our own appcmd does with them exactly what was previewed is a test beside the Service.
/// </summary>
public sealed class AppCmdTests
{
    public static TheoryData<string> Names => Possible.Names(ScriptLanguage.AppCmd);

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_TakenApart_NameWhatTheStepsSay(string name)
    {
        var (steps, text) = Possible.Write(ScriptLanguage.AppCmd, name);
        var lines = text.TrimEnd('\n').Split('\n');

        Assert.All(lines, line => Assert.False(WindowsArguments.IsInterpreted(line)));
        var arguments = lines.SelectMany(WindowsArguments.Of).ToList();
        foreach (var step in steps)
        {
            Assert.Contains($"-section:{step.Section}", arguments);
            Assert.True(step.Path.Length == 0 || arguments.Contains(step.Path) || arguments.Contains($"{Steps.ApplicationHost}/{step.Path}"), text);
            Assert.True(
                step.Verb != ScriptVerb.Set || arguments.Any(argument => argument.EndsWith($".{step.Setting!.Attribute}:{step.Value}", StringComparison.OrdinalIgnoreCase)
                    || argument.Equals($"/{step.Setting.Attribute}:{step.Value}", StringComparison.OrdinalIgnoreCase)),
                text);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void File_ReadAsBatch_HoldsTheSameCommands(string name)
    {
        var steps = ScriptCases.All.Single(one => one.Name == name).Steps;
        var script = ScriptGenerator.Write(ScriptLanguage.AppCmd, steps);
        var commands = script.FileText!.Split("\r\n").Where(line => line.StartsWith("%windir%", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            script.Text!.TrimEnd('\n').Split('\n').SelectMany(WindowsArguments.Of),
            commands.SelectMany(line => WindowsArguments.Of(WindowsArguments.OfBatch(line[..^" || exit /b".Length]))));
        Assert.Equal(!script.FileText.All(char.IsAscii), script.FileText.StartsWith("@chcp 65001", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_AnyName_ReachThatNameOrAreRefused() => Gen.String[1, 20].Sample(
        name =>
        {
            var script = ScriptGenerator.Write(ScriptLanguage.AppCmd, [Steps.Set(name, Settings.AllowSessionState, "false")]);
            if (name.Any(character => character == '"' || char.IsControl(character)))
            {
                Assert.NotNull(script.Impossible);
            }
            else
            {
                var identifier = WindowsArguments.Of(script.Text!.TrimEnd('\n'))[2];
                Assert.True(identifier == name || identifier == $"{Steps.ApplicationHost}/{name}", script.Text);
                Assert.False(WindowsArguments.IsInterpreted(script.Text));
            }
        },
        iter: 500);
}
