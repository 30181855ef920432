using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>Puts a new element into another one as its last child, laid out as its neighbours are.</summary>
internal sealed class ChildInsertion(XmlSource source)
{
    private readonly DocumentLayout _layout = new(source);

    public TextChange Append(XmlElementSource parent, NewContent child)
    {
        var last = LastChild(parent);
        return IsInline(parent, last) ? AppendInline(parent, last, child.WriteInline()) : AppendLines(parent, last, child);
    }

    private static XmlElementSource? LastChild(XmlElementSource parent)
    {
        XmlElementSource? last = null;
        foreach (var child in parent.Children)
        {
            last = child;
        }

        return last;
    }

    private bool IsInline(XmlElementSource parent, XmlElementSource? last) =>
        last is { } child ? !_layout.HasLineEnd(parent.StartTag.End, child.Span.Start)
        : !_layout.IsFirstOnLine(parent.Span.Start) || !_layout.HasLineEnd(0, source.Text.Length);

    private TextChange AppendInline(XmlElementSource parent, XmlElementSource? last, string child) =>
        parent.IsEmptyTag ? Open(parent, child) : new(new(last?.Span.End ?? parent.EndTag.Start, 0), child);

    private TextChange AppendLines(XmlElementSource parent, XmlElementSource? last, NewContent child)
    {
        var unit = _layout.UnitAt(parent);
        var outer = _layout.IndentOf(parent.Span.Start);
        var inner = last is { } sibling ? _layout.IndentOf(sibling.Span.Start) : outer + unit;
        var newLine = _layout.NewLineNear(last?.Span.End ?? parent.StartTag.End);
        var lines = child.WriteLines(inner, unit, newLine);
        if (parent.IsEmptyTag)
        {
            return Open(parent, newLine + lines + newLine + outer);
        }

        var content = last?.Span.End ?? _layout.EndOfInk(parent.Content.Start, parent.Content.End);
        if (EndOfLine(content, parent.Content.End) is { } end)
        {
            return new(new(_layout.AfterLineEnd(end), 0), lines + newLine);
        }

        // The end tag stands on the line of the last content and stays there; if that is the start tag's line too, it moves.
        var isOneLine = !_layout.HasLineEnd(parent.Span.Start, parent.Span.End);
        return isOneLine
            ? new(TextSpan.FromBounds(content, parent.Content.End), newLine + lines + newLine + outer)
            : new(new(parent.Content.End, 0), newLine + lines);
    }

    // <asp /> becomes <asp>…</asp>.
    private TextChange Open(XmlElementSource parent, string content)
    {
        var end = _layout.EndOfInk(parent.StartTag.Start, parent.StartTag.End - "/>".Length);
        return new(TextSpan.FromBounds(end, parent.StartTag.End), $">{content}</{parent.Name}>");
    }

    // The next line end outside comments and the like, or null where there is none before the limit.
    private int? EndOfLine(int position, int limit)
    {
        while (position < limit && source.Text[position] is not ('\r' or '\n'))
        {
            var rest = source.Text.AsSpan(position);
            position += rest.StartsWith("<!--", StringComparison.Ordinal) ? Through(rest, "-->")
                : rest.StartsWith("<?", StringComparison.Ordinal) ? Through(rest, "?>")
                : rest.StartsWith("<![CDATA[", StringComparison.Ordinal) ? Through(rest, "]]>")
                : 1;
        }

        return position < limit ? position : null;
    }

    private static int Through(ReadOnlySpan<char> text, string end) => text.IndexOf(end, StringComparison.Ordinal) + end.Length;
}
