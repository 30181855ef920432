using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Tests.Editing;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Bounds;

/// <summary>Rows X07 to X09 and X14 to X20 of the catalogue of hostile input: sections that must not be misread or damaged.</summary>
public sealed class HostileSectionTests
{
    private const string WebConfig = "/shop/web.config";

    [Fact]
    public void X07_NamesThatDifferInCase_AreTwoNames()
    {
        var server = Shop("""<asp><session allowSessionState="false" AllowSessionState="true" /></asp>""");

        Assert.Equal(DiagnosticCodes.UnknownAttribute, server.Value("Shop").Violation?.Diagnostic.Code);
        Assert.Contains("AllowSessionState", server.Refuse("Shop", at: Commit("Shop")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X07_ModeInTwoCases_IsOneModeAndOneUnknownAttribute()
    {
        const string section = """<system.web><sessionState mode="Off" Mode="InProc" /></system.web>""";
        var server = TestServer.Shop("Allow", "", (WebConfig, DocumentEditing.Document(section)));

        var value = EffectiveValueReader.Read(server.Server.Find("Shop")!, SessionStateSettings.Mode);

        Assert.Equal(DiagnosticCodes.UnknownAttribute, value.Violation?.Diagnostic.Code);
        Assert.Contains("'Mode'", value.Violation?.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<asp><session allowSessionState="false" /><session allowSessionState="true" /></asp>""")]
    [InlineData("""<asp><session allowSessionState="false" /></asp><asp><session allowSessionState="true" /></asp>""")]
    public void X08_SectionOrElementTwice_IsFlaggedAndNotEdited(string sections)
    {
        var server = Shop(sections);

        Assert.Equal(DiagnosticCodes.DuplicateSection, server.Value("Shop").Violation?.Diagnostic.Code);
        Assert.Contains("more than once", server.Refuse("Shop", at: Commit("Shop")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X09_TagsForOnePathInDifferentCase_AreBothListedAndNotEdited()
    {
        var server = TestServer.Shop(content: Tag("Shop", "false") + Tag("SHOP", "true"));
        var ladder = LadderReader.Read(server.Server.Find("Shop")!, Settings.AllowSessionState);

        Assert.Equal(["Shop", "SHOP"], ladder.Select(step => step.LocationPath).OfType<string>());
        var refusal = server.Refuse("Shop", at: CommitPaths.ApplicationHost);
        Assert.Contains("more than once", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(refusal.Line);
    }

    [Fact]
    public void X14_EverythingAroundTheSection_StaysByteForByte()
    {
        const string start = "<?xml version='1.0'?>\r\n<!-- <asp/> -->\n<?pi <asp?>\r<configuration\t>\r\n\t<![CDATA[<asp>]]>\n  <system.webServer >\r"
            + "<asp\tscriptLanguage = 'x' ><!-- a --><session\n\tallowSessionState = '";
        const string end = "' \t/><?b c?></asp ></system.webServer>\n\r</configuration>\r\r\n<!-- end -->\t";
        var server = TestServer.Shop("Allow", "", (WebConfig, start + "true" + end));

        var edit = Assert.Single(server.Set("Shop", at: Commit("Shop")).Files);

        Assert.Equal(start + "false" + end, edit.After);
    }

    [Theory]
    [InlineData("""<asp configSource="..\..\secrets.config" />""")]
    [InlineData("""<asp configSource="asp.config" />""")]
    [InlineData("""<asp childSource="asp.config" />""")]
    public void X15_SectionInAnotherFile_IsNeverOpenedAndNotEdited(string section)
    {
        var server = Shop(section);

        Assert.Contains("another file", server.Refuse("Shop", at: Commit("Shop")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X15_SectionInAnotherFile_HasNoValueThatWeKnow() =>
        Assert.Equal(DiagnosticCodes.Opaque, Shop("""<asp configSource="asp.config" />""").Value("Shop").Violation?.Diagnostic.Code);

    [Theory]
    [InlineData("""<asp configProtectionProvider="P"><EncryptedData><CipherValue>c2VjcmV0</CipherValue></EncryptedData></asp>""")]
    [InlineData("""<asp><EncryptedData><CipherValue>c2VjcmV0</CipherValue></EncryptedData></asp>""")]
    public void X16_EncryptedSection_IsOpaqueAndNotEdited(string section)
    {
        var server = Shop(section);
        var problem = server.Value("Shop").Violation?.Diagnostic;
        var refusal = server.Refuse("Shop", at: Commit("Shop"));

        Assert.Equal(DiagnosticCodes.Opaque, problem?.Code);
        Assert.Contains("encrypted", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", problem?.Message + refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X17_TypeNamedInConfigSections_IsNeverLoaded()
    {
        var type = typeof(Trap).AssemblyQualifiedName;
        var text = $"""
            <configuration><configSections><section name="trap" type="{type}" /></configSections><trap /></configuration>
            """;

        var file = ConfigurationFile.Read(ConfigurationFileKind.Web, WebConfig, text);

        Assert.True(file.IsReadable);
        Assert.False(Trap.IsSprung);
        Assert.DoesNotContain(
            typeof(ConfigurationFile).Assembly.GetReferencedAssemblies(), name => name.Name!.Contains("Configuration", StringComparison.Ordinal));
    }

    [Fact]
    public void X18_SectionLockAbove_RefusesAndNamesTheLock()
    {
        var server = TestServer.Shop("Allow", Tag("Shop", "true", "Deny"), (WebConfig, DocumentEditing.Document("")));

        var refusal = server.Refuse("Shop", at: Commit("Shop"));

        Assert.Equal((RefusalKind.Locked, TestServer.ApplicationHost), (refusal.Kind, refusal.File));
        Assert.NotNull(refusal.Line);
    }

    [Theory]
    [InlineData("""<asp lockItem="true" />""")]
    [InlineData("""<asp lockElements="session" />""")]
    [InlineData("""<asp lockAllElementsExcept="limits" />""")]
    [InlineData("""<asp><session lockAttributes="allowSessionState" /></asp>""")]
    [InlineData("""<asp><session lockAllAttributesExcept="timeout" /></asp>""")]
    public void X18_GranularLockAbove_RefusesAndNamesTheLock(string section)
    {
        var server = TestServer.Shop("Allow", $"<system.webServer>{section}</system.webServer>", (WebConfig, DocumentEditing.Document("")));

        var refusal = server.Refuse("Shop", at: Commit("Shop"));

        Assert.Equal((RefusalKind.Locked, TestServer.ApplicationHost), (refusal.Kind, refusal.File));
        Assert.NotNull(refusal.Line);
    }

    [Fact]
    public void X19_EditThatMakesAFileTooLargeForIis_IsRefused()
    {
        const string empty = "<configuration><!----></configuration>";
        var added = TestServer.Shop("Allow", "", (WebConfig, empty)).Set("Shop", at: Commit("Shop")).Files[0].After.Length - empty.Length;
        var server = (int free) => TestServer.Shop(
            "Allow", "", (WebConfig, empty.Insert(empty.Length - 19, new string('x', 256_000 - empty.Length - free))));

        Assert.Equal(256_000, server(added).Set("Shop", at: Commit("Shop")).Files[0].Encode().Length);
        Assert.Contains("256,000", server(added - 1).Refuse("Shop", at: Commit("Shop")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X20_DefaultNamespace_IsReadAndEditedOnce()
    {
        const string before = """<configuration xmlns="http://schemas.microsoft.com/.NetConfiguration/v2.0"><system.webServer /></configuration>""";
        var server = TestServer.Shop("Allow", "", (WebConfig, before));
        var plan = server.Set("Shop", at: Commit("Shop"));
        var after = server.Apply(plan);

        Assert.Equal("false", after.Value("Shop").Value);
        Assert.Empty(after.Set("Shop", at: Commit("Shop")).Files);
        Assert.Equal(before, after.Text(WebConfig).Replace($"><asp>{DocumentEditing.Off}</asp></system.webServer>", " />", StringComparison.Ordinal));
    }

    [Fact]
    public void X20_PrefixedConfiguration_IsNoneAndNotEdited()
    {
        var server = TestServer.Shop("Allow", "", (WebConfig, """<c:configuration xmlns:c="urn:c"><system.webServer /></c:configuration>"""));

        Assert.Equal(DiagnosticCodes.Malformed, server.Value("Shop").Violation?.Diagnostic.Code);
        Assert.Equal(RefusalKind.Unreadable, server.Refuse("Shop", at: Commit("Shop")).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void X13_EmptyWebConfig_IsNotWrittenOver(string text) => Assert.Equal(
        RefusalKind.Unreadable, TestServer.Shop("Allow", "", (WebConfig, text)).Refuse("Shop", at: Commit("Shop")).Kind);

    private static string Commit(string path) => $"{CommitPaths.ApplicationHost}/{path}";

    private static TestServer Shop(string sections) =>
        TestServer.Shop("Allow", "", (WebConfig, DocumentEditing.Document($"<system.webServer>{sections}</system.webServer>")));

    private static string Tag(string path, string value, string mode = "Inherit") =>
        $"<location path=\"{path}\" overrideMode=\"{mode}\">{DocumentEditing.Asp($"<session allowSessionState=\"{value}\" />")}</location>";
}
