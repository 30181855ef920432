using System.Runtime.InteropServices;
using System.Xml;
using SessionState.Engine.Text;

namespace SessionState.Engine.Xml;

/// <summary>
/// An <see cref="XmlReader"/> over a text that keeps to our limits and turns every refusal into a diagnostic: reading just ends, and
/// <see cref="Problem"/> says why.
/// </summary>
internal sealed class CheckedXmlReader : IDisposable
{
    /// <summary>Stands for the document itself as a parent in <see cref="NextChild"/>.</summary>
    internal const int Document = -1;

    private const int Empty = -2;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    private readonly XmlReader _reader;
    private readonly IXmlLineInfo _lines;
    private readonly string _file;
    private readonly bool _hasLongRun;
    private int _elements;

    /// <summary>Reads a text.</summary>
    internal CheckedXmlReader(string text, string file)
        : this(XmlReader.Create(new StringReader(text), Settings), file, LongRun.IsPossibleIn(text))
    {
    }

    /// <summary>Reads bytes that are known to be UTF-8, without making a text of them first.</summary>
    internal CheckedXmlReader(ReadOnlyMemory<byte> utf8, string file)
        : this(XmlReader.Create(Stream(utf8), Settings), file, LongRun.IsPossibleIn(utf8.Span))
    {
    }

    private CheckedXmlReader(XmlReader reader, string file, bool hasLongRun)
    {
        (_reader, _lines, _file, _hasLongRun) = (reader, (IXmlLineInfo)reader, file, hasLongRun);
    }

    /// <summary>Why reading ended early; null where it did not.</summary>
    internal Diagnostic? Problem { get; private set; }

    /// <summary>Name of the element or attribute the reader is on, prefix included.</summary>
    internal string Name => _reader.Name;

    /// <summary>Value of the attribute the reader is on.</summary>
    internal string Value => _reader.Value;

    /// <summary>Line of the element or attribute the reader is on, from 1.</summary>
    internal int Line => _lines.LineNumber;

    /// <summary>Whether the element the reader is on has attributes or anything inside.</summary>
    internal bool HasContent => _reader.HasAttributes || !_reader.IsEmptyElement;

    /// <summary>Moves to the next attribute of the element; false after the last, when the reader is back on the element.</summary>
    internal bool NextAttribute()
    {
        var moved = _reader.MoveToNextAttribute();
        if (!moved)
        {
            _reader.MoveToElement();
        }

        return moved;
    }

    /// <summary>Opens the element the reader is on, for <see cref="NextChild"/>.</summary>
    internal int Enter() => _reader.IsEmptyElement ? Empty : _reader.Depth;

    /// <summary>Moves to the next child element, passing over what is in the one before; false at the end of the parent.</summary>
    /// <param name="parent">What <see cref="Enter"/> gave for the parent.</param>
    internal bool NextChild(int parent)
    {
        if (parent == Empty)
        {
            return false;
        }

        while (Read())
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.Depth == parent + 1)
            {
                return true;
            }

            if (_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == parent)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Moves to the next node; false at the end of the document or at a problem.</summary>
    internal bool Read()
    {
        if (Problem is not null)
        {
            return false;
        }

        try
        {
            if (!_reader.Read())
            {
                return false;
            }
        }
        catch (XmlException exception)
        {
            Problem = XmlProblems.Malformed(_file, exception);
            return false;
        }

        return _reader.NodeType != XmlNodeType.Element || IsWithinLimits();
    }

    public void Dispose() => _reader.Dispose();

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private bool IsWithinLimits()
    {
        Problem = (++_elements, _reader.Depth, _reader.AttributeCount) switch
        {
            ( > XmlLimits.Elements, _, _) => Beyond("it has too many elements", XmlLimits.Elements),
            (_, >= XmlLimits.Depth, _) => Beyond("its elements are nested too deeply", XmlLimits.Depth),
            (_, _, > XmlLimits.AttributesPerElement) => Beyond("an element has too many attributes", XmlLimits.AttributesPerElement),
            _ when _hasLongRun => LongNameOrValue(),
            _ => null,
        };
        return Problem is null;
    }

    private Diagnostic? LongNameOrValue()
    {
        var problem = _reader.Name.Length > XmlLimits.NameLength ? Beyond("a name is too long", XmlLimits.NameLength) : null;
        while (problem is null && _reader.MoveToNextAttribute())
        {
            problem = _reader.Name.Length > XmlLimits.NameLength ? Beyond("a name is too long", XmlLimits.NameLength)
                : _reader.Value.Length > XmlLimits.AttributeLength ? Beyond("an attribute's value is too long", XmlLimits.AttributeLength)
                : null;
        }

        _reader.MoveToElement();
        return problem;
    }

    private Diagnostic Beyond(string what, int limit) => XmlProblems.Beyond(_file, Line, what, limit);
}
