using System.Text;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Tests.Vectors;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Hierarchy;

public sealed class ConfigurationFileTests
{
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", true }, { "utf-16BE", true }, { "iso-8859-1", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_AnyEncodingAndLineEnd_FindsValueAndLine(string encoding, bool mark)
    {
        foreach (var end in LineEnds)
        {
            var text = $"""
                <?xml version="1.0" encoding="{(encoding == "utf-16BE" ? "utf-16" : encoding)}"?>
                <!-- größe -->
                <configuration>
                  <location path="größe"><system.webServer><asp>
                    <session allowSessionState="False"/>
                  </asp></system.webServer></location>
                </configuration>
                """.ReplaceLineEndings(end);
            var writer = Encoding.GetEncoding(encoding);

            byte[] bytes = [.. mark ? writer.GetPreamble() : [], .. writer.GetBytes(text)];

            var file = ConfigurationFile.Read(ConfigurationFileKind.Web, "/web.config", bytes);

            var tag = Assert.Single(file.Locations);
            Assert.Equal(("größe", 4), (tag.Path, tag.Line));
            var session = Assert.Single(Assert.Single(tag.Inputs).Children);
            Assert.Equal((5, "False", "false"), (session.Line, session.Attributes[0].Raw, session.Attributes[0].Canonical));
        }
    }

    [Fact]
    public void Read_BytesThatAreNoCharacters_AreRefusedWithTheirLine()
    {
        byte[] bytes = [.. "<configuration>\n<!-- "u8, 0xFF, .. " -->\n</configuration>"u8];

        var file = ConfigurationFile.Read(ConfigurationFileKind.Web, "/web.config", bytes);

        Assert.False(file.IsReadable);
        Assert.Equal((DiagnosticCodes.Malformed, 2), (Assert.Single(file.Diagnostics).Code, file.Diagnostics[0].Line));
    }

    [Fact]
    public void Read_BytesAndText_GiveTheSameDiagnostic()
    {
        const string text = "<configuration>\n  <größe>\n</configuration>";

        Assert.Equal(
            ConfigurationFile.Read(ConfigurationFileKind.Web, "/web.config", text).Diagnostics,
            ConfigurationFile.Read(ConfigurationFileKind.Web, "/web.config", Encoding.UTF8.GetBytes(text)).Diagnostics);
    }

    [Fact]
    public void Read_WebConfigBeyondTheLimitOfIis_IsRefused()
    {
        var bytes = new byte[256_001];

        var file = ConfigurationFile.Read(ConfigurationFileKind.Web, "/web.config", bytes);

        Assert.False(file.IsReadable);
        Assert.Equal(DiagnosticCodes.TooLarge, Assert.Single(file.Diagnostics).Code);
        Assert.Contains("256,001 bytes, and the limit is 256,000", file.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RootThatIsNoConfiguration_IsRefused()
    {
        var file = ConfigurationFile.Read(ConfigurationFileKind.Web, "/web.config", "<sessionState mode=\"Off\" />");

        Assert.Equal(
            "Configuration file has no <configuration> element: it starts with <sessionState>.", Assert.Single(file.Diagnostics).Message);
    }

    [Fact]
    public void Read_DefaultNamespace_IsReadAsWithout()
    {
        var file = ConfigurationFile.Read(
            ConfigurationFileKind.Web,
            "/web.config",
            $"<configuration xmlns=\"http://schemas.microsoft.com/.NetConfiguration/v2.0\">{ShopServer.Group(ShopServer.Asp("false"))}</configuration>");

        Assert.Equal("false", Assert.Single(file.DirectInputs).Children[0].Attributes[0].Canonical);
    }

    [Theory]
    [InlineData("<asp configSource=\"asp.config\" />", DiagnosticCodes.Opaque)]
    [InlineData("<asp configProtectionProvider=\"x\"><EncryptedData/></asp>", DiagnosticCodes.Opaque)]
    [InlineData("<asp><session/><session/></asp>", DiagnosticCodes.DuplicateSection)]
    [InlineData("<asp><sessions/></asp>", DiagnosticCodes.UnknownElement)]
    [InlineData("<asp><session><x/></session></asp>", DiagnosticCodes.UnknownElement)]
    [InlineData("<asp><session AllowSessionState=\"true\"/></asp>", DiagnosticCodes.UnknownAttribute)]
    [InlineData("<asp lockItem=\"maybe\"/>", DiagnosticCodes.InvalidLock)]
    public void Read_SectionThatIisRefuses_HasAProblemWithItsLine(string content, string code)
    {
        var file = ConfigurationFile.Read(ConfigurationFileKind.Web, "/web.config", ShopServer.Web(ShopServer.Group("\n" + content)));

        var problem = Assert.Single(file.DirectInputs).Problem!;
        Assert.Equal((code, "/web.config", 3), (problem.Code, problem.File, problem.Line));
        Assert.NotNull(problem.Remedy);
        Assert.Contains(problem, file.Diagnostics);
    }

    [Theory]
    [InlineData("overrideMode=\"deny\"")]
    [InlineData("allowOverride=\"no\"")]
    [InlineData("inheritInChildApplications=\"0\"")]
    [InlineData("mode=\"x\"")]
    public void Read_LocationWithAnAttributeThatIsWrong_IsAnError(string attribute)
    {
        var file = ConfigurationFile.Read(
            ConfigurationFileKind.Web, "/web.config", ShopServer.Web(ShopServer.Location("docs", "<asp/>", attribute)));

        Assert.Equal((DiagnosticSeverity.Error, DiagnosticCodes.InvalidLocation), (file.Diagnostics[0].Severity, file.Diagnostics[0].Code));
    }

    [Fact]
    public void Read_ConfigSourceInALocationTagOfApplicationHost_IsAnUnknownAttribute()
    {
        var file = ConfigurationFile.Read(
            ConfigurationFileKind.ApplicationHost, "/a", ShopServer.Web(ShopServer.Location("Shop", "<asp configSource=\"x\"/>")));

        Assert.StartsWith("Unrecognized attribute 'configSource'", Assert.Single(file.Locations).Inputs[0].Problem!.Message, StringComparison.Ordinal);
    }
}
