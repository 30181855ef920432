using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Tests.Xml;

public sealed class XmlSourceTests
{
    [Fact]
    public void Parse_WellFormedText_KeepsTextAndFindsSpans()
    {
        const string text = "<?xml version=\"1.0\"?>\r\n<!-- <a/> --><a x = 'a>b&amp;c' ><![CDATA[<z>]]>\n<b/><c y=\"1\"></c >\t</a>\n<!-- end -->";

        var source = Parse(text);

        Assert.Equal(text, source.Text);
        var root = source.Root;
        Assert.Equal("a", root.Name);
        Assert.Null(root.Parent);
        Assert.Equal("<a x = 'a>b&amp;c' >", Cut(text, root.StartTag));
        Assert.Equal("</a>", Cut(text, root.EndTag));
        Assert.Equal("<![CDATA[<z>]]>\n<b/><c y=\"1\"></c >\t", Cut(text, root.Content));
        Assert.Collection(
            root.Children,
            b =>
            {
                Assert.True(b.IsEmptyTag);
                Assert.Equal("<b/>", Cut(text, b.Span));
                Assert.Equal(0, b.EndTag.Length);
            },
            c =>
            {
                Assert.False(c.IsEmptyTag);
                Assert.Equal("</c >", Cut(text, c.EndTag));
                Assert.Equal(0, c.Content.Length);
                Assert.Equal(root, c.Parent);
            });
        var attribute = Assert.Single(root.Attributes);
        Assert.Equal(("x", "a>b&c"), (attribute.Name, attribute.Value));
        Assert.Equal("a>b&amp;c", Cut(text, attribute.ValueSpan));
        Assert.Equal("x = 'a>b&amp;c'", Cut(text, attribute.Span));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("<a>\n<b>\n</a>", 3)]
    [InlineData("<a x='1'\n x='2'/>", 2)]
    [InlineData("<a/>\n<b/>", 2)]
    [InlineData("<a>\n&#1;</a>", 2)]
    [InlineData("<?xml version='1.1'?><a/>", 1)]
    [InlineData("<a>\n\n", 3)]
    public void Parse_MalformedText_GivesDiagnosticWithLine(string text, int line)
    {
        Assert.Null(XmlSource.Parse(text, "web.config", out var problem));

        Assert.NotNull(problem);
        Assert.Equal(DiagnosticCodes.Malformed, problem.Code);
        Assert.StartsWith("Configuration file is not well-formed XML", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(" Line ", problem.Message, StringComparison.Ordinal);
        Assert.Equal(("web.config", line), (problem.File, problem.Line));
        Assert.NotNull(problem.Column);
        Assert.NotNull(problem.Remedy);
    }

    private static XmlSource Parse(string text)
    {
        var source = XmlSource.Parse(text, "web.config", out var problem);
        Assert.Null(problem);
        return Assert.IsType<XmlSource>(source);
    }

    private static string Cut(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
