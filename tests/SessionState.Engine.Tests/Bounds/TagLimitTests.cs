using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Tests.Bounds;

/// <summary>Each limit at its edge: the last that is read and the first that is not.</summary>
public sealed class TagLimitTests
{
    private static readonly string LongName = new('n', 513);
    private static readonly string LongValue = new('v', 65_537);

    [Fact]
    public void Parse_SixtyFourLevels_IsTheDeepestRead()
    {
        Assert.Null(Read(Nested(64)));
        Assert.Equal(DiagnosticCodes.TooLarge, Read(Nested(65))?.Code);
    }

    [Theory]
    [InlineData("", 256, null)]
    [InlineData("\n", 257, 2)]
    [InlineData("<b/><!-- <c>\n -->\n<d>'</d>", 257, 3)]
    public void Parse_AttributesOfOneElement_AreCounted(string before, int count, int? line)
    {
        var attributes = string.Join('\n', Enumerable.Range(0, count).Select(i => $"x{i} = '>'"));

        Assert.Equal(line, Read($"<a>{before}<b {attributes} /></a>")?.Line);
    }

    [Fact]
    public void Parse_LongestNamesAndValues_AreRead()
    {
        var (name, value) = (LongName[1..], LongValue[1..]);

        Assert.Null(Read($"<{name} {name}='{value}'></{name}>"));
    }

    [Fact]
    public void Parse_LongerNamesAndValues_AreRefusedWithTheirLine()
    {
        foreach (var tag in new[] { $"<{LongName}/>", $"<b {LongName}='1'/>", $"<b\n x = \"{LongValue}\"/>", $"<b></{LongName}>" })
        {
            var problem = Read($"<a>\n{tag}</a>");
            Assert.Equal((DiagnosticCodes.TooLarge, 2), (problem?.Code, problem?.Line));
        }

        Assert.Equal(DiagnosticCodes.TooLarge, Read($"<a x='{string.Concat(Enumerable.Repeat("v ", 40_000))}'/>")?.Code);
    }

    [Fact]
    public void Parse_LongTextOutsideTags_IsNoMatter()
    {
        var banner = new string('=', 70_000) + string.Concat(Enumerable.Repeat(" a='1'", 300));

        Assert.Null(Read($"<a><!-- <b {banner} --><![CDATA[<b {banner}]]><?x <b {banner}?>{banner}</a>"));
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<?x ")]
    [InlineData("<a ")]
    [InlineData("<a b")]
    [InlineData("<a b=")]
    [InlineData("<a b='")]
    [InlineData("</")]
    [InlineData("<a b='<a b=\"")]
    public void Parse_TagsThatNeverEnd_AreMalformedInShortTime(string tag)
    {
        var text = string.Concat(Enumerable.Repeat(tag + " ", 100_000)) + new string('x', 2_000);

        Assert.NotNull(Read(text)); // reading each to the end of the text would take minutes
    }

    private static Diagnostic? Read(string text)
    {
        Assert.Equal(XmlSource.Parse(text, "web.config", out var problem) is null, problem is not null);
        return problem;
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
}
