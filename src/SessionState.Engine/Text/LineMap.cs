namespace SessionState.Engine.Text;

/// <summary>
/// Offsets to lines and columns and back, both from 1. A line ends after <c>\r\n</c>, <c>\n</c> or <c>\r</c>, as XML counts them.
/// </summary>
public sealed class LineMap
{
    private readonly int[] _starts;
    private readonly int _length;

    /// <summary>Finds the lines of a text.</summary>
    public LineMap(string text)
    {
        var starts = new List<int> { 0 };
        var position = 0;
        for (int found; (found = text.AsSpan(position).IndexOfAny('\r', '\n')) >= 0;)
        {
            position += found + 1;
            if (text[position - 1] == '\r' && position < text.Length && text[position] == '\n')
            {
                position++;
            }

            starts.Add(position);
        }

        _starts = [.. starts];
        _length = text.Length;
    }

    /// <summary>Number of lines; an empty text has one.</summary>
    public int LineCount => _starts.Length;

    /// <summary>The line in which a text ends, from 1: the line of what follows it.</summary>
    internal static int LastLine(ReadOnlySpan<char> text) => 1 + text.Count('\n') + text.Count('\r') - text.Count("\r\n");

    /// <summary>Where an offset is.</summary>
    /// <param name="offset">From 0 to the text's length.</param>
    public TextPosition PositionOf(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _length);
        var index = Array.BinarySearch(_starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new TextPosition(line + 1, offset - _starts[line] + 1);
    }

    /// <summary>The offset of a place.</summary>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    public int OffsetOf(int line, int column) => _starts[line - 1] + column - 1;
}
