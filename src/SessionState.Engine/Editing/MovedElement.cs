using System.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>
/// An element that goes to another place of its document as its author wrote it. Only the indentation of lines that start with a tag or a
/// comment is that of the new place: other line starts may be inside a value.
/// </summary>
internal sealed record MovedElement(XmlSource Source, XmlElementSource Element) : NewContent
{
    public override string WriteInline() => Source.Text.Substring(Element.Span.Start, Element.Span.Length);

    public override string WriteLines(string indent, string unit, string newLine)
    {
        var text = WriteInline();
        var old = new DocumentLayout(Source).IndentOf(Element.Span.Start);
        var moved = new StringBuilder(indent, indent.Length + text.Length);
        for (var position = 0; position < text.Length;)
        {
            var line = text.AsSpan(position);
            var end = line.IndexOfAny('\r', '\n');
            var length = end < 0 ? line.Length : end + (line[end..].StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
            var isOurs = position > 0 && line.StartsWith(old, StringComparison.Ordinal) && line[..length].TrimStart(" \t") is ['<', ..];
            moved.Append(isOurs ? indent : "").Append(line[(isOurs ? old.Length : 0)..length]);
            position += length;
        }

        return moved.ToString();
    }
}
