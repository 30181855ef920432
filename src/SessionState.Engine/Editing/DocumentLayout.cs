using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>How the author laid a document out: lines, line ends, indentation.</summary>
internal sealed class DocumentLayout(XmlSource source)
{
    private const string Blanks = " \t\r\n";
    private const string UsualUnit = "    ";
    private const string UsualNewLine = "\r\n";

    private readonly string _text = source.Text;

    /// <summary>Whether there are only blanks and line ends between two places.</summary>
    public bool IsBlank(int start, int end) => _text.AsSpan(start, end - start).IndexOfAnyExcept(Blanks) < 0;

    /// <summary>Whether a line ends between two places.</summary>
    public bool HasLineEnd(int start, int end) => _text.AsSpan(start, end - start).IndexOfAny('\r', '\n') >= 0;

    /// <summary>Whether only blanks precede the place on its line.</summary>
    public bool IsFirstOnLine(int position) => IsBlank(LineStart(position), position);

    /// <summary>The blanks that the line of this place starts with.</summary>
    public string IndentOf(int position)
    {
        var line = _text.AsSpan(LineStart(position));
        var length = line.IndexOfAnyExcept(' ', '\t');
        return line[..(length < 0 ? line.Length : length)].ToString();
    }

    /// <summary>The line end that is used where this place is: the next one, else the one before, else the usual one.</summary>
    public string NewLineNear(int position)
    {
        var next = _text.AsSpan(position).IndexOfAny('\r', '\n');
        var found = next >= 0 ? position + next : _text.AsSpan(0, position).LastIndexOfAny('\r', '\n');
        return found < 0 ? UsualNewLine
            : _text[found] == '\n' ? found > 0 && _text[found - 1] == '\r' ? "\r\n" : "\n"
            : found + 1 < _text.Length && _text[found + 1] == '\n' ? "\r\n" : "\r";
    }

    /// <summary>The end of what is not blank between two places; the first of them where all is blank.</summary>
    public int EndOfInk(int start, int end) => start + _text.AsSpan(start, end - start).TrimEnd(Blanks).Length;

    /// <summary>The offset just after the line end that stands at this place.</summary>
    public int AfterLineEnd(int position) =>
        position + (_text.AsSpan(position).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);

    /// <summary>What one level of depth adds to the indentation, as between this element and its children, or those around it.</summary>
    public string UnitAt(XmlElementSource element)
    {
        var flat = false;
        for (XmlElementSource? parent = element; parent is { } current; parent = current.Parent)
        {
            foreach (var child in current.Children.Take(1))
            {
                if (IsFirstOnLine(child.Span.Start) && IsFirstOnLine(current.Span.Start))
                {
                    var (outer, inner) = (IndentOf(current.Span.Start), IndentOf(child.Span.Start));
                    if (inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal))
                    {
                        return inner[outer.Length..];
                    }

                    flat = true;
                }
            }
        }

        return flat ? "" : UsualUnit;
    }

    /// <summary>What to take out to remove the element: its whole lines where nothing else stands on them.</summary>
    public TextSpan WithItsLines(XmlElementSource element)
    {
        var (start, end) = (element.Span.Start, element.Span.End);
        var (line, next) = (LineStart(start), end + _text.AsSpan(end).IndexOfAnyExcept(' ', '\t'));
        return !IsFirstOnLine(start) ? element.Span
            : _text[next] is '\r' or '\n' ? TextSpan.FromBounds(line, AfterLineEnd(next))
            : end == element.Parent?.Content.End ? TextSpan.FromBounds(line - NewLineNear(line - 1).Length, end)
            : element.Span;
    }

    private int LineStart(int position) => _text.AsSpan(0, position).LastIndexOfAny('\r', '\n') + 1;
}
