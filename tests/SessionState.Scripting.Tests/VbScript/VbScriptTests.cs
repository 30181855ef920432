using CsCheck;
using SessionState.Engine.Schema;
using SessionState.Engine.Scripting;

namespace SessionState.Scripting.Tests.VbScript;

/// <summary>VBScript: the names that reach IIS, and that every line is ASCII with strings that end.</summary>
public sealed class VbScriptTests
{
    public static TheoryData<string> Names => Possible.Names(ScriptLanguage.VbScript);

    public static TheoryData<string> WmiNames => Possible.Names(ScriptLanguage.WmiVbScript);

    [Theory]
    [MemberData(nameof(Names))]
    public void Script_Read_NamesPlaces(string name)
    {
        var (steps, text) = Possible.Write(ScriptLanguage.VbScript, name);
        var lines = Lines(text);

        Assert.Equal(
            steps.Select(step => new[] { step.Section, Written.OfNode(step, Written.AsObject).Place }),
            lines.Where(line => line.StartsWith("Set section = manager.GetAdminSection(", StringComparison.Ordinal)).Select(line => VbScriptText.Texts(line).ToArray()));
        Assert.Equal("manager.CommitChanges", lines[^1]);
    }

    [Theory]
    [MemberData(nameof(WmiNames))]
    public void Wmi_Read_NamesPlaces(string name)
    {
        var (steps, text) = Possible.Write(ScriptLanguage.WmiVbScript, name);

        Assert.Equal(
            steps.Select(step => (step.CommitPath, step.LocationPath ?? "")),
            Lines(text).Where(line => line.StartsWith("Set section = ", StringComparison.Ordinal)).Select(line => Keys(Assert.Single(VbScriptText.Texts(line)))));
    }

    [Fact]
    public void Scripts_AnyName_ReachThatName() => Gen.String[1, 20].Sample(
        name =>
        {
            var step = Steps.Set(name, Settings.AllowSessionState, "false");
            var objects = Lines(ScriptGenerator.Write(ScriptLanguage.VbScript, [step]).Text!);
            var wmi = Lines(ScriptGenerator.Write(ScriptLanguage.WmiVbScript, [step]).Text!);
            Assert.Equal($"{Steps.ApplicationHost}/{name}", VbScriptText.Texts(objects[4])[1]);
            Assert.Equal((Steps.ApplicationHost, name), Keys(Assert.Single(VbScriptText.Texts(wmi[3]))));
        },
        iter: 500);

    private static string[] Lines(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.All(lines.Where(line => !line.StartsWith("Set service", StringComparison.Ordinal)), line => Assert.NotNull(VbScriptText.Texts(line)));
        return lines;
    }

    // "AspSection.Path='…',Location='…'", with \\ and \' inside.
    private static (string Path, string Location) Keys(string objectPath)
    {
        var values = new List<string>();
        for (var position = objectPath.IndexOf('\'', StringComparison.Ordinal); position >= 0;)
        {
            var value = new System.Text.StringBuilder();
            for (position++; objectPath[position] != '\''; position++)
            {
                value.Append(objectPath[position] == '\\' ? objectPath[++position] : objectPath[position]);
            }

            values.Add(value.ToString());
            position = objectPath.IndexOf('\'', position + 1);
        }

        Assert.Equal(2, values.Count);
        return (values[0], values[1]);
    }
}
