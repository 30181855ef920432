using SessionState.Engine.Text;

namespace SessionState.Engine.Xml;

/// <summary>An element as its author wrote it. A view into an <see cref="XmlSource"/>: cheap to make and to copy.</summary>
public readonly struct XmlElementSource : IEquatable<XmlElementSource>
{
    private readonly XmlSource _source;
    private readonly int _index;

    internal XmlElementSource(XmlSource source, int index)
    {
        _source = source;
        _index = index;
    }

    /// <summary>The name as written, prefix included.</summary>
    public string Name => Record.Name;

    /// <summary>From the opening angle bracket to the end of the end tag, or of the empty-element tag.</summary>
    public TextSpan Span => TextSpan.FromBounds(Record.Start, Record.End);

    /// <summary>The start tag, or the whole empty-element tag.</summary>
    public TextSpan StartTag => TextSpan.FromBounds(Record.Start, Record.StartTagEnd);

    /// <summary>What is between start tag and end tag; of length 0 after an empty-element tag.</summary>
    public TextSpan Content => TextSpan.FromBounds(Record.StartTagEnd, Record.EndTagStart);

    /// <summary>The end tag; of length 0 after an empty-element tag.</summary>
    public TextSpan EndTag => TextSpan.FromBounds(Record.EndTagStart, Record.End);

    /// <summary>True for <c>&lt;x/&gt;</c>.</summary>
    public bool IsEmptyTag => Record.StartTagEnd == Record.End;

    /// <summary>The element it is in; null for the document element.</summary>
    public XmlElementSource? Parent => Record.Parent < 0 ? null : new XmlElementSource(_source, Record.Parent);

    /// <summary>The elements directly in it, in order.</summary>
    public IEnumerable<XmlElementSource> Children
    {
        get
        {
            for (var child = FirstChild; child > 0; child = _source.ElementRecords[child].NextSibling)
            {
                yield return new XmlElementSource(_source, child);
            }
        }
    }

    /// <summary>Its attributes, in order, namespace declarations included.</summary>
    public IReadOnlyList<XmlAttributeSource> Attributes
    {
        get
        {
            var attributes = new XmlAttributeSource[Record.AttributeCount];
            for (var i = 0; i < attributes.Length; i++)
            {
                attributes[i] = AttributeAt(Record.FirstAttribute + i);
            }

            return attributes;
        }
    }

    private ref readonly ElementRecord Record => ref _source.ElementRecords[_index];

    private int FirstChild =>
        _index + 1 < _source.ElementRecords.Length && _source.ElementRecords[_index + 1].Parent == _index ? _index + 1 : 0;

    /// <summary>The first child element of that name; null for none.</summary>
    public XmlElementSource? Child(string name)
    {
        for (var child = FirstChild; child > 0; child = _source.ElementRecords[child].NextSibling)
        {
            if (_source.ElementRecords[child].Name == name)
            {
                return new XmlElementSource(_source, child);
            }
        }

        return null;
    }

    /// <summary>The attribute of that name; null for none.</summary>
    public XmlAttributeSource? Attribute(string name)
    {
        for (var i = Record.FirstAttribute; i < Record.FirstAttribute + Record.AttributeCount; i++)
        {
            if (_source.AttributeRecords[i].Name == name)
            {
                return AttributeAt(i);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(XmlElementSource other) => ReferenceEquals(_source, other._source) && _index == other._index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is XmlElementSource other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_source, _index);

    public static bool operator ==(XmlElementSource left, XmlElementSource right) => left.Equals(right);

    public static bool operator !=(XmlElementSource left, XmlElementSource right) => !left.Equals(right);

    private XmlAttributeSource AttributeAt(int index)
    {
        var record = _source.AttributeRecords[index];
        return new XmlAttributeSource(
            record.Name,
            AttributeValue.Decode(_source.Text.AsSpan(record.ValueStart, record.ValueEnd - record.ValueStart)),
            new TextSpan(record.NameStart, record.Name.Length),
            TextSpan.FromBounds(record.ValueStart, record.ValueEnd));
    }
}
