using SessionState.Engine.Text;

namespace SessionState.Engine.Xml;

/// <summary>An element as its author wrote it. A view into an <see cref="XmlSource"/>: cheap to make and to copy.</summary>
public readonly struct XmlElementSource
{
    /// <summary>The name as written, prefix included.</summary>
    public string Name => throw new NotImplementedException();

    /// <summary>From the opening angle bracket to the end of the end tag, or of the empty-element tag.</summary>
    public TextSpan Span => throw new NotImplementedException();

    /// <summary>The start tag, or the whole empty-element tag.</summary>
    public TextSpan StartTag => throw new NotImplementedException();

    /// <summary>The end tag; of length 0 at the end of an empty-element tag.</summary>
    public TextSpan EndTag => throw new NotImplementedException();

    /// <summary>True for <c>&lt;x/&gt;</c>.</summary>
    public bool IsEmptyTag => throw new NotImplementedException();

    /// <summary>The element it is in; null for the document element.</summary>
    public XmlElementSource? Parent => throw new NotImplementedException();

    /// <summary>The elements directly in it, in order.</summary>
    public IEnumerable<XmlElementSource> Children => throw new NotImplementedException();

    /// <summary>Its attributes, in order, namespace declarations included.</summary>
    public IReadOnlyList<XmlAttributeSource> Attributes => throw new NotImplementedException();

    /// <summary>The first child element of that name; null for none.</summary>
    public XmlElementSource? Child(string name) => throw new NotImplementedException();

    /// <summary>The attribute of that name; null for none.</summary>
    public XmlAttributeSource? Attribute(string name) => throw new NotImplementedException();
}
