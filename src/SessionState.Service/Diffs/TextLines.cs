namespace SessionState.Service.Diffs;

/// <summary>A text by lines, numbered from 0 here. Lines end after \r\n, \n or \r.</summary>
internal sealed class TextLines
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public TextLines(string text)
    {
        _text = text;
        var position = 0;
        for (int found; (found = text.AsSpan(position).IndexOfAny('\r', '\n')) >= 0;)
        {
            position += found + 1;
            if (text[position - 1] == '\r' && position < text.Length && text[position] == '\n')
            {
                position++;
            }

            _starts.Add(position);
        }
    }

    /// <summary>Number of lines. A text that ends with a line end has no empty last line; the empty text has none.</summary>
    public int Count => _starts[^1] == _text.Length ? _starts.Count - 1 : _starts.Count;

    /// <summary>The line that holds the character at an offset.</summary>
    public int LineOf(int offset)
    {
        var index = _starts.BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }

    public ReadOnlySpan<char> this[int line] => _text.AsSpan(Start(line), Start(line + 1) - Start(line));

    /// <summary>Lines from one up to, but not including, another, without their line ends and with secrets hidden.</summary>
    public IEnumerable<string> Masked(int from, int to)
    {
        if (from >= to)
        {
            return [];
        }

        // An attribute's value holds no "<", so a value that reaches into the first line begins after the last "<" before it.
        var first = Start(from);
        var begin = first == 0 ? 0 : Math.Max(0, _text.LastIndexOf('<', first - 1));
        var lines = SecretMask.Apply(_text[begin..Start(to)]).ReplaceLineEndings("\n").Split('\n');
        return lines.Skip(from - LineOf(begin)).Take(to - from);
    }

    private int Start(int line) => line < _starts.Count ? _starts[line] : _text.Length;
}
