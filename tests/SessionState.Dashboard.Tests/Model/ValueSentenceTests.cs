using SessionState.Contracts;
using SessionState.Dashboard.Model.Nodes;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class ValueSentenceTests
{
    private const string WebConfig = @"C:\inetpub\contoso\web.config";

    [Fact]
    public void Default_SaysThatNoFileSetsIt() => Assert.Equal(
        "On, because no file sets it. This is IIS’s own default.",
        Sentence("Fabrikam/classic", "true", ValueSource.Default, null));

    [Fact]
    public void Inherited_FromTheServer_SaysForEverything() => Assert.Equal(
        "Off, because the server sets it for everything, in applicationHost.config line 88.",
        Sentence("Contoso", "false", ValueSource.Inherited, new("", FakeDetails.HostConfig, 88, null)));

    [Fact]
    public void Inherited_FromALocationTag_NamesTheNodeAndTheLine() => Assert.Equal(
        "Off, because Contoso/shop sets it in applicationHost.config line 412.",
        Sentence("Contoso/shop/checkout", "false", ValueSource.Inherited, new("Contoso/shop", FakeDetails.HostConfig, 412, "Contoso/shop")));

    [Fact]
    public void Inherited_FromAWebConfig_SaysWhose() => Assert.Equal(
        "Off, because Contoso sets it in its web.config line 7.",
        Sentence("Contoso/shop", "false", ValueSource.Inherited, new("Contoso", WebConfig, 7, null)));

    [Fact]
    public void SetHere_ByALocationTag_NamesTheTag() => Assert.Equal(
        "Off, because it is set here: in applicationHost.config line 412, location tag Contoso/shop.",
        Sentence("Contoso/shop", "false", ValueSource.SetHere, new("Contoso/shop", FakeDetails.HostConfig, 412, "Contoso/shop")));

    [Fact]
    public void SetHere_InTheOwnWebConfig_SaysItself() => Assert.Equal(
        "On, because this application sets it itself, in its web.config line 7.",
        Sentence("Contoso/shop", "true", ValueSource.SetHere, new("Contoso/shop", WebConfig, 7, null)));

    [Fact]
    public void SetHere_OnTheServer_SaysTheServer() => Assert.Equal(
        "On, because the server sets it itself, in its applicationHost.config line 88.",
        Sentence("", "true", ValueSource.SetHere, new("", FakeDetails.HostConfig, 88, null)));

    [Fact]
    public void Error_WithAViolation_NamesThePlaceAndWhy() => Assert.Equal(
        "Error, because of web.config line 7. asp is locked in applicationHost.config line 29, so this web.config may not contain it.",
        ValueSentence.Of(Node("Fabrikam/reports") with { Diagnostics = [] }, Node("Fabrikam/reports").Settings[0]).ToString());

    [Fact]
    public void Error_BecauseOfALockedSection_IsSaidInPlainWords()
    {
        var node = Node("Contoso") with { Diagnostics = [new(DiagnosticLevel.Error, "section-locked", "IIS's long text", WebConfig, 6, null, null)] };
        var step = new LadderStep("web.config of Contoso", "Contoso", WebConfig, 6, null, "false", LadderRole.Violation, "IIS's long text", false);

        Assert.Equal(
            "Error, because web.config line 6 contains a section that is locked above. IIS answers every request here with error 500.19.",
            ValueSentence.Of(node, node.Settings[0] with { Value = null, Origin = null, Ladder = [step] }).ToString());
    }

    [Fact]
    public void Error_WithoutAViolation_TellsTheFirstProblem()
    {
        var node = Node("Contoso") with { Diagnostics = [new(DiagnosticLevel.Error, "malformed", "The file is not well-formed XML.", WebConfig, 3, 2, null)] };

        Assert.Equal(
            "Error, because of web.config line 3. The file is not well-formed XML.",
            ValueSentence.Of(node, node.Settings[0] with { Value = null, Origin = null }).ToString());
    }

    [Fact]
    public void TimeSpan_IsSaidInMinutes() => Assert.Equal(
        "20 minutes, because no file sets it. This is IIS’s own default.",
        ValueSentence.Of(Node("Contoso"), Node("Contoso").Settings[1]).ToString());

    private static NodeDetails Node(string path)
    {
        var server = FakeServer.Small();
        return FakeDetails.Of(server, server.Nodes[path]);
    }

    private static ValueSentence Of(string path) => ValueSentence.Of(Node(path), Node(path).Settings[0]);

    private static string Sentence(string path, string value, ValueSource source, OriginInfo? origin) =>
        ValueSentence.Of(Node(path), Node(path).Settings[0] with { Value = value, Source = source, Origin = origin }).ToString();
}
