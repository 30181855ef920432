using SessionState.AppCmd.Grammar;

namespace SessionState.AppCmd.Tests.Grammar;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("/commit:apphost", "commit", "apphost")]
    [InlineData("-commit:apphost", "commit", "apphost")]
    [InlineData("/recurse", "recurse", null)]
    [InlineData("/a:", "a", "")]
    [InlineData("/pathmap:C:\\inetpub=/srv", "pathmap", "C:\\inetpub=/srv")]
    [InlineData("/session.allowSessionState:False", "session.allowSessionState", "False")]
    [InlineData("/[url='http://a'].name:x:y", "[url='http://a'].name", "x:y")]
    [InlineData("/?", "?", null)]
    [InlineData("-?", "?", null)]
    [InlineData("-", "in", null)]
    [InlineData("/", "", null)]
    public void Parse_Parameter_HasNameAndValue(string argument, string name, string? value)
    {
        var parameter = Parameter.Parse(argument);

        Assert.Equal(new Parameter(name, value, IsEscaped: false, argument), parameter);
    }

    [Theory]
    [InlineData("False")]
    [InlineData("")]
    [InlineData("@file")]
    [InlineData("Default Web Site/")]
    public void Parse_OtherArgument_IsNone(string argument) => Assert.Null(Parameter.Parse(argument));

    [Fact]
    public void Parse_Escaped_IsAPropertyWhateverItsName()
    {
        var parameter = Parameter.Parse("/!debug:1");

        Assert.Equal(new Parameter("debug", "1", IsEscaped: true, "/!debug:1"), parameter);
        Assert.False(parameter!.Is("debug"));
        Assert.False(GeneralParameters.Contains(parameter));
    }
}
