using CsCheck;
using SessionState.Engine.Schema;
using SessionState.Engine.Scripting;

namespace SessionState.Scripting.Tests.JavaScript;

/// <summary>JavaScript, run by a JavaScript engine on objects that write down what is done to them.</summary>
public sealed class JavaScriptTests
{
    public static TheoryData<string> Names => Possible.Names(ScriptLanguage.JavaScript);

    [Theory]
    [MemberData(nameof(Names))]
    public void Script_Run_DoesTheStepsInOrder(string name)
    {
        var (steps, text) = Possible.Write(ScriptLanguage.JavaScript, name);

        Assert.Equal(steps.Select(step => Written.OfNode(step, Written.AsObject)), ScriptHost.Run(text));
    }

    [Fact]
    public void Script_AnyName_ReachesThatNameAndIsAscii() => Gen.String[1, 20].Sample(
        name =>
        {
            var step = Steps.Set(name, Settings.AllowSessionState, "false");
            var text = ScriptGenerator.Write(ScriptLanguage.JavaScript, [step]).Text!;
            Assert.True(text.All(character => character is '\n' or (>= ' ' and <= '~')));
            Assert.Equal([Written.OfNode(step, Written.AsObject)], ScriptHost.Run(text));
        },
        iter: 200);
}
