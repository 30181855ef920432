using System.Runtime.InteropServices;

namespace SessionState.Engine.Xml;

/// <summary>Walks a text that <see cref="System.Xml.XmlReader"/> has accepted, and notes where its elements and attributes are.</summary>
internal sealed class XmlScanner(string text)
{
    private const string Blanks = " \t\r\n";

    private readonly List<ElementRecord> _elements = [];
    private readonly List<AttributeRecord> _attributes = [];
    private readonly Stack<int> _open = new();
    private readonly List<int> _lastChild = [];
    private readonly Dictionary<string, string> _names = [];
    private int _position;

    internal ElementRecord[] Elements => [.. _elements];

    internal AttributeRecord[] Attributes => [.. _attributes];

    internal void Scan()
    {
        while (Find('<'))
        {
            var rest = text.AsSpan(_position);
            if (rest.StartsWith("<!--"))
            {
                PassOver("-->", 4);
            }
            else if (rest.StartsWith("<![CDATA["))
            {
                PassOver("]]>", 9);
            }
            else if (rest.StartsWith("<?"))
            {
                PassOver("?>", 2);
            }
            else if (rest.StartsWith("</"))
            {
                EndTag();
            }
            else
            {
                StartTag();
            }
        }
    }

    private bool Find(char wanted)
    {
        var found = text.AsSpan(_position).IndexOf(wanted);
        _position += Math.Max(found, 0);
        return found >= 0;
    }

    private void PassOver(string end, int opening) =>
        _position = text.IndexOf(end, _position + opening, StringComparison.Ordinal) + end.Length;

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
