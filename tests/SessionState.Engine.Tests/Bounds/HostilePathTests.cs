using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Tests.Editing;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Bounds;

/// <summary>Rows P01 and P11 of the catalogue of hostile input: virtual paths and names.</summary>
public sealed class HostilePathTests
{
    [Theory]
    [InlineData("../../x")]
    [InlineData("Shop/../Other")]
    [InlineData("Shop/..%2fOther")]
    [InlineData("Shop/%2e%2E/Other")]
    [InlineData("Shop/..%5cOther")]
    [InlineData(@"Shop\docs")]
    [InlineData("//")]
    [InlineData("/Shop")]
    [InlineData("Shop//docs")]
    [InlineData("Shop/docs.")]
    [InlineData("Shop/docs ")]
    [InlineData("Shop/ docs")]
    [InlineData("Shop/docs:x")]
    [InlineData("Shop/docs%00")]
    [InlineData("Shop/do\ncs")]
    public void P01_PathThatLeadsElsewhere_IsNoNodeAndItsTagIsIdle(string path)
    {
        var escaped = path.Replace("\n", "&#10;", StringComparison.Ordinal);
        var content = $"<location path=\"{escaped}\">{DocumentEditing.Asp(DocumentEditing.Off)}</location>";
        var server = TestServer.Shop(content: content);

        Assert.Null(server.Server.Find(path));
        Assert.Contains(server.Server.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.InvalidLocation);
        Assert.All(server.Server.Nodes(), node => Assert.Equal("true", EffectiveValueReader.Read(node, Settings.AllowSessionState).Value));
    }

    [Fact]
    public void P01_PathOfMoreSegmentsThanAnyTree_IsNoNode()
    {
        var server = TestServer.Shop();

        Assert.NotNull(server.Server.Find("Shop" + string.Concat(Enumerable.Repeat("/a", 127))));
        Assert.Null(server.Server.Find("Shop" + string.Concat(Enumerable.Repeat("/a", 128))));
    }

    [Theory]
    [InlineData("line\nend", "line\\u000Aend")]
    [InlineData("tab\tand\u0085", "tab\\u0009and\\u0085")]
    [InlineData("turned\u202Enoc.bew", "turned\\u202Enoc.bew")]
    [InlineData("smile\U0001F600", "smile\U0001F600")]
    public void P11_MessageThatQuotesAName_IsOnePrintableLine(string name, string shown) =>
        Assert.Equal(shown, Diagnostic.Error("x", name, null, null, null).Message);

    [Fact]
    public void P11_MessageThatQuotesHalfACharacter_HoldsNone() =>
        Assert.Equal("half\uFFFD", Diagnostic.Error("x", "half\uD83D", null, null, null).Message);

    [Fact]
    public void P11_MessageThatQuotesAVeryLongName_IsCutShort() =>
        Assert.Equal(2_001, Diagnostic.Error("x", new string('n', 32_767), null, null, null).Message.Length);

    [Theory]
    [InlineData("a&#10;b")]
    [InlineData("a&#9;b")]
    [InlineData("a:b")]
    public void P11_SiteNameThatNoPathCanHold_IsReportedAndNotShown(string name)
    {
        var server = Named(name);

        Assert.Single(server.Nodes());
        var problem = Assert.Single(server.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.InvalidSite);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Theory]
    [InlineData("\u202Egnp.moc")]
    [InlineData("\U0001F600")]
    [InlineData("Ünïcödé 東")]
    public void P11_OddSiteName_IsANodeLikeAnyOther(string name) =>
        Assert.Equal("true", EffectiveValueReader.Read(Named(name).Find(name)!, Settings.AllowSessionState).Value);

    [Fact]
    public void P11_FolderWhoseNameCannotBeOnWindows_IsNoNode()
    {
        var layout = TestServer.Shop().Server;
        var folders = new[] { "a\nb", @"a\b", "a:b", "a.", "ok" }.Select(name => new ContentFolder(name, "/x/" + name, null, []));

        var server = ServerConfiguration.Build(
            layout.ApplicationHost, layout.Layout, (_, _) => new(new("", "/x", null, [.. folders]), null));

        Assert.Equal(["ok", "pics", "store"], server.Find("Shop")!.Children.Select(node => node.Name));
    }

    private static ServerConfiguration Named(string site)
    {
        var text = TestServer.ApplicationHostConfig().Replace("\"Shop\"", $"\"{site}\"", StringComparison.Ordinal);
        var from = text.IndexOf("<site name=\"Other\"", StringComparison.Ordinal);
        var file = ConfigurationFile.Read(
            ConfigurationFileKind.ApplicationHost, "f", text.Remove(from, text.IndexOf("</sites>", StringComparison.Ordinal) - from));
        return ServerConfiguration.Build(file, ServerLayout.Read(file, new Dictionary<string, string>()), (_, _) => ContentRoot.Unknown);
    }
}
