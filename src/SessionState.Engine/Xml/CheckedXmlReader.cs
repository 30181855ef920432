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
    private int _elements;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Its file.</param>
    /// <param name="firstLine">The line in which the text starts, where it is a part of the file.</param>
    internal CheckedXmlReader(string text, string file, int firstLine = 1)
        : this(XmlReader.Create(new StringReader(text), SettingsFor(firstLine)), file)
    {
        Problem = TagExcess.Find(text) is { } excess
            ? XmlProblems.Beyond(file, new LineMap(text).PositionOf(excess.Offset).Line, excess.What, excess.Limit)
            : null;
    }

    /// <summary>Reads bytes that are known to be UTF-8, without making a text of them first.</summary>
    internal CheckedXmlReader(ReadOnlyMemory<byte> utf8, string file)
        : this(Over(utf8), file)
    {
        // Without its line: whoever refuses bytes looks at them again as characters.
        Problem = TagExcess.Find(utf8.Span) is { } excess ? XmlProblems.Beyond(file, null, excess.What, excess.Limit) : null;
    }

    private CheckedXmlReader(XmlReader reader, string file) => (_reader, _lines, _file) = (reader, (IXmlLineInfo)reader, file);

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

    private static XmlReader Over(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return XmlReader.Create(Stream(utf8), Settings);
        }
        catch (XmlException)
        {
            // The very first bytes are no characters. Reading ends at once then, and who looks at the bytes again says which.
            return XmlReader.Create(TextReader.Null, Settings);
        }
    }

    private static XmlReaderSettings SettingsFor(int firstLine)
    {
        if (firstLine == 1)
        {
            return Settings;
        }

        var settings = Settings.Clone();
        settings.LineNumberOffset = firstLine - 1;
        return settings;
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private bool IsWithinLimits()
    {
        Problem = ++_elements > XmlLimits.Elements ? Beyond("it has too many elements", XmlLimits.Elements)
            : _reader.Depth >= XmlLimits.Depth ? Beyond("its elements are nested too deeply", XmlLimits.Depth)
            : null;
        return Problem is null;
    }

    private Diagnostic Beyond(string what, int limit) => XmlProblems.Beyond(_file, Line, what, limit);
}
