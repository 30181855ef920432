using SessionState.Engine.Effective;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using static SessionState.Engine.Tests.Vectors.ShopServer;

namespace SessionState.Engine.Tests.Vectors;

/// <summary>Vectors 65, 66 and 68: sections that stand elsewhere or are encrypted.</summary>
public sealed class SourceVectors
{
    private static readonly Setting SessionMode = SessionStateSettings.Mode;

    [Theory]
    [InlineData("s.config")]
    [InlineData("config\\s.config")]
    public void Vector65_SectionInAnotherFile_IsReadFromThere(string name)
    {
        var path = "/srv/shop/" + name.Replace('\\', '/');
        var server = Shop($"<sessionState configSource=\"{name}\" />", new() { [path] = "<?xml version=\"1.0\"?>\n<sessionState mode=\"Off\" />" });

        Assert.Equal("Off", server.ValueAt("Shop/store", SessionMode));
        Assert.Equal(new Provenance("Shop", path, 2, null), server.At("Shop", SessionMode).Origin);
        Assert.Empty(server.DiagnosticsAt("Shop"));
    }

    [Theory]
    [InlineData("s.config", "does not exist")]
    [InlineData("..\\s.config", "no path of a file in the folder")]
    [InlineData("C:\\s.config", "no path of a file in the folder")]
    [InlineData("/etc/passwd", "no path of a file in the folder")]
    [InlineData("sub\\..\\..\\s.config", "no path of a file in the folder")]
    [InlineData("\\\\srv\\s.config", "no path of a file in the folder")]
    [InlineData("", "no path of a file in the folder")]
    public void Vector65_SourceThatIsMissingOrElsewhere_IsAnErrorWithTheLine(string name, string why)
    {
        var server = Shop($"\n<sessionState configSource=\"{name}\" />", []);

        var error = server.ErrorAt("Shop", SessionMode);

        Assert.StartsWith("Specified configSource cannot be parsed", error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Equal((DiagnosticCodes.InvalidSource, "/srv/shop/web.config", 3), (error.Code, error.File, error.Line));
        Assert.Equal("true", server.ValueAt("Shop"));
    }

    [Theory]
    [InlineData("<sessionState", DiagnosticCodes.InvalidSource)]
    [InlineData("<pages />", DiagnosticCodes.InvalidSource)]
    [InlineData("<sessionState mode=\"off\" />", DiagnosticCodes.InvalidValue)]
    [InlineData("<sessionState configSource=\"t.config\" />", DiagnosticCodes.Opaque)]
    public void Vector65_SourceThatIsNoSection_IsAnError(string content, string code) => Assert.Equal(
        code,
        Shop("<sessionState configSource=\"s.config\" />", new() { ["/srv/shop/s.config"] = content }).ErrorAt("Shop", SessionMode).Code);

    [Fact]
    public void Vector65_SourceBesideOtherContent_IsAnError() => Assert.Equal(
        DiagnosticCodes.InvalidSource,
        Shop("<sessionState configSource=\"s.config\" mode=\"Off\" />", []).ErrorAt("Shop", SessionMode).Code);

    [Fact]
    public void Vector66_SourceInALocationTagOfApplicationHost_IsUnrecognized()
    {
        var server = new ShopServer { Host = Location("Shop", "<asp configSource=\"asp.config\" />") };

        Assert.StartsWith("Unrecognized attribute 'configSource'", server.ErrorAt("Shop").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<sessionState configProtectionProvider=\"P\"><EncryptedData><CipherData><CipherValue>c2VjcmV0</CipherValue></CipherData></EncryptedData></sessionState>")]
    [InlineData("<sessionState><EncryptedData /></sessionState>")]
    public void Vector68_EncryptedSection_IsUnknown(string section)
    {
        var server = Shop(section, []);

        var error = server.ErrorAt("Shop/store", SessionMode);

        Assert.Equal(DiagnosticCodes.Opaque, error.Code);
        Assert.Contains("encrypted, so it can be neither read nor edited here", error.Message, StringComparison.Ordinal);
        Assert.Equal(("true", "true"), (server.ValueAt("Shop"), server.ValueAt("Shop", PageSettings.EnableSessionState)));
    }

    private static ShopServer Shop(string section, Dictionary<string, string> sources) =>
        new() { WebConfigs = { ["/srv/shop"] = Web(WebGroup(section)) }, Sources = sources };
}
