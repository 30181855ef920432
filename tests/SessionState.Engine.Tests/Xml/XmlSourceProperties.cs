using System.Xml;
using CsCheck;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Tests.Xml;

public sealed class XmlSourceProperties
{
    [Fact]
    public void Spans_OfAnyDocument_SayWhatXmlReaderSays() => XmlText.Document.Sample(
        text =>
        {
            var source = XmlSource.Parse(text, "f", out var problem);
            Assert.Null(problem);
            Assert.Equal(ByXmlReader(text), BySpans(source!));
        },
        iter: 3_000);

    [Fact]
    public void EveryElement_CutOutOfAnyDocument_ReadsAgainAsItself() => XmlText.Document.Sample(
        text =>
        {
            var source = XmlSource.Parse(text, "f", out _)!;
            foreach (var element in source.Elements)
            {
                var cut = text.Substring(element.Span.Start, element.Span.Length);
                Assert.Equal(element.Name, XmlSource.Parse(cut, "f", out _)?.Root.Name);
                Assert.Equal(element.Span.Length, element.StartTag.Length + element.Content.Length + element.EndTag.Length);
            }
        },
        iter: 1_000);

    [Fact]
    public void Splicing_EveryPieceByItself_GivesTheSameText() => XmlText.Document.Sample(
        text =>
        {
            var source = XmlSource.Parse(text, "f", out _)!;
            var values = source.Elements.SelectMany(element => element.Attributes).Select(attribute => attribute.ValueSpan);
            var changes = values.Select(span => new TextChange(span, text.Substring(span.Start, span.Length))).ToList();
            Assert.Equal(text, TextChanges.Apply(source.Text, changes));
        },
        iter: 1_000);

    private static List<string> ByXmlReader(string text)
    {
        var found = new List<string>();
        using var reader = XmlReader.Create(new StringReader(text));
        var lines = (IXmlLineInfo)reader;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                found.Add($"{reader.Depth} {reader.Name} {lines.LineNumber},{lines.LinePosition - 1} {reader.IsEmptyElement}");
                while (reader.MoveToNextAttribute())
                {
                    found.Add($"{reader.Name} {lines.LineNumber},{lines.LinePosition} = {reader.Value}");
                }
            }
        }

        return found;
    }

    private static List<string> BySpans(XmlSource source)
    {
        var found = new List<string>();
        var lines = new LineMap(source.Text);
        foreach (var element in source.Elements)
        {
            var depth = 0;
            for (var above = element.Parent; above is not null; above = above.Value.Parent)
            {
                depth++;
            }

            var place = lines.PositionOf(element.Span.Start);
            found.Add($"{depth} {element.Name} {place.Line},{place.Column} {element.IsEmptyTag}");
            foreach (var attribute in element.Attributes)
            {
                place = lines.PositionOf(attribute.NameSpan.Start);
                found.Add($"{attribute.Name} {place.Line},{place.Column} = {attribute.Value}");
            }
        }

        return found;
    }
}
