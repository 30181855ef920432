using CsCheck;
using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Grammar;

public sealed class AnyArgumentsTests
{
    private static readonly string[] Words =
    [
        "list", "set", "explain", "site", "apps", "VDIR", "config", "Contoso", "contoso/shop/", "Übung", "http://www.contoso.com/shop",
        "/section:asp", "-section:", "/section:system.web/pages", "/session.allowSessionState:False", "/session.allowSessionState:", "False",
        "/allowSessionState:", "/commit:apphost", "/commit:", "/commit:MACHINE", "/recurse", "-json", "/text:*", "/text", "/xml", "/?",
        "/config:*", "/!text:x", "/server:", "/[", "-", "/", "--", "@file", "",
    ];

    // Known words in any order, and now and then something else.
    private static readonly Gen<string[]> Arguments =
        Gen.Frequency((9, Gen.OneOf(Array.ConvertAll(Words, Gen.Const))), (1, Gen.String)).Array[0, 6];

    [Fact]
    public void AnyArguments_OfWhateverKind_AreAnsweredWithAKnownExitCode() => Arguments.Sample(
        arguments =>
        {
            var run = Tool.RunAsync(FakeServer.Create(), arguments).GetAwaiter().GetResult();

            Assert.Contains(run.ExitCode, new[] { 0, 1, 13, 87, 1168 });
            Assert.True(run.ExitCode is 0 or 1 || (run.Output + run.Error).Length > 0, "No text says what is wrong.");
        },
        iter: 2_000);
}
