using System.Buffers;
using System.Runtime.InteropServices;

namespace SessionState.Engine.Xml;

/// <summary>Walks a text that <see cref="System.Xml.XmlReader"/> has accepted, and notes where its elements and attributes are.</summary>
/// <param name="text">The text.</param>
/// <param name="excerpt">What to look into; null: everything.</param>
internal sealed class XmlScanner(string text, XmlExcerpt? excerpt)
{
    private const int TopLevel = 2;
    private const string Blanks = " \t\r\n";

    private readonly List<ElementRecord> _elements = [];
    private readonly List<AttributeRecord> _attributes = [];
    private readonly Stack<int> _open = new();
    private readonly List<int> _lastChild = [];
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, SearchValues<string>> _marks = [];
    private int _position;

    internal ElementRecord[] Elements => [.. _elements];

    internal AttributeRecord[] Attributes => [.. _attributes];

    internal void Scan()
    {
        while (Find('<'))
        {
            switch (text[_position + 1])
            {
                case '!' or '?':
                    PassMarkup();
                    break;
                case '/':
                    EndTag();
                    break;
                default:
                    StartTag();
                    break;
            }
        }
    }

    private void PassMarkup()
    {
        var rest = text.AsSpan(_position);
        var (start, end) = rest.StartsWith("<!--") ? ("<!--", "-->") : rest.StartsWith("<?") ? ("<?", "?>") : ("<![CDATA[", "]]>");
        _position = text.IndexOf(end, _position + start.Length, StringComparison.Ordinal) + end.Length;
    }

    private bool Find(char wanted)
    {
        var found = text.AsSpan(_position).IndexOf(wanted);
        _position += Math.Max(found, 0);
        return found >= 0;
    }

    private void EndTag()
    {
        ref var element = ref CollectionsMarshal.AsSpan(_elements)[_open.Pop()];
        element.EndTagStart = _position;
        Find('>');
        element.End = ++_position;
    }

    private void StartTag()
    {
        var index = _elements.Count;
        var parent = _open.TryPeek(out var top) ? top : -1;
        LinkToSibling(index, parent);
        _elements.Add(new ElementRecord
        {
            Start = _position++,
            Name = NameUpTo("/> \t\r\n"),
            Parent = parent,
            FirstAttribute = _attributes.Count,
        });
        _lastChild.Add(-1);
        while (IsAttributeNext())
        {
            Attribute();
        }

        var isEmpty = text[_position] == '/';
        _position += isEmpty ? 2 : 1;
        ref var element = ref CollectionsMarshal.AsSpan(_elements)[index];
        element.AttributeCount = _attributes.Count - element.FirstAttribute;
        element.StartTagEnd = element.EndTagStart = element.End = _position;
        if (!isEmpty)
        {
            _open.Push(index);
            if (excerpt is not null && _open.Count == TopLevel && !excerpt.Wants(element.Name, PathOf(element)))
            {
                PassContent(element.Name);
            }
        }
    }

    private string? PathOf(in ElementRecord element)
    {
        for (var i = element.FirstAttribute; i < _attributes.Count; i++)
        {
            if (_attributes[i].Name == "path")
            {
                return AttributeValue.Decode(text.AsSpan()[_attributes[i].ValueStart.._attributes[i].ValueEnd]);
            }
        }

        return null;
    }

    // From after a start tag to its end tag, noting nothing. A value holds no angle bracket, so that what is found is markup.
    private void PassContent(string name)
    {
        if (!_marks.TryGetValue(name, out var marks))
        {
            marks = SearchValues.Create(["<!", "<?", "<" + name, "</" + name], StringComparison.Ordinal);
            _marks.Add(name, marks);
        }

        for (var depth = 1; depth > 0;)
        {
            _position += text.AsSpan(_position).IndexOfAny(marks);
            var isEnd = text[_position + 1] == '/';
            if (text[_position + 1] is '!' or '?')
            {
                PassMarkup();
            }
            else if (!IsNameEnd(text[_position + name.Length + (isEnd ? 2 : 1)]))
            {
                _position++;
            }
            else if (!isEnd)
            {
                depth += PassStartTag() ? 0 : 1;
            }
            else if (--depth > 0)
            {
                _position++;
            }
        }
    }

    private static bool IsNameEnd(char character) => character is '/' or '>' || Blanks.Contains(character, StringComparison.Ordinal);

    private bool PassStartTag()
    {
        while (true)
        {
            _position += text.AsSpan(_position).IndexOfAny('>', '"', '\'');
            if (text[_position] == '>')
            {
                return text[_position - 1] == '/';
            }

            var quote = text[_position++];
            Find(quote);
            _position++;
        }
    }

    private void LinkToSibling(int index, int parent)
    {
        if (parent < 0)
        {
            return;
        }

        if (_lastChild[parent] >= 0)
        {
            CollectionsMarshal.AsSpan(_elements)[_lastChild[parent]].NextSibling = index;
        }

        _lastChild[parent] = index;
    }

    private bool IsAttributeNext()
    {
        PassBlanks();
        return text[_position] is not ('/' or '>');
    }

    private void Attribute()
    {
        var start = _position;
        var name = NameUpTo("= \t\r\n");
        PassBlanks();
        _position++;
        PassBlanks();
        var quote = text[_position];
        var valueStart = ++_position;
        Find(quote);
        _attributes.Add(new AttributeRecord(name, start, valueStart, _position));
        _position++;
    }

    private void PassBlanks() => _position += text.AsSpan(_position).IndexOfAnyExcept(Blanks);

    private string NameUpTo(string ends)
    {
        var name = text.AsSpan(_position, text.AsSpan(_position).IndexOfAny(ends));
        _position += name.Length;
        var known = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(name, out var result))
        {
            result = name.ToString();
            _names.Add(result, result);
        }

        return result;
    }
}
