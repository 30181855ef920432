using CsCheck;
using SessionState.Engine.Schema;
using SessionState.Engine.Scripting;

namespace SessionState.Scripting.Tests.CSharp;

/// <summary>C#, compiled against the signatures of Microsoft.Web.Administration and run.</summary>
public sealed class CSharpTests
{
    public static TheoryData<string> Names => Possible.Names(ScriptLanguage.CSharp);

    [Theory]
    [MemberData(nameof(Names))]
    public void Program_Run_DoesTheStepsInOrder(string name)
    {
        var (steps, text) = Possible.Write(ScriptLanguage.CSharp, name);

        Assert.Equal(steps.Select(step => Written.OfLocation(step, Written.AsObject)), CSharpHost.Run(text));
    }

    [Fact]
    public void Program_AnyName_ReachesThatName() => Gen.String[1, 20].Sample(
        name =>
        {
            var step = Steps.Set(name, Settings.AllowSessionState, "false");
            var text = ScriptGenerator.Write(ScriptLanguage.CSharp, [step]).Text!;
            Assert.Equal([Written.OfLocation(step, Written.AsObject)], CSharpHost.Run(text));
        },
        iter: 30);
}
