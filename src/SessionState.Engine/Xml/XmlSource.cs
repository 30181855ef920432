using SessionState.Engine.Text;

namespace SessionState.Engine.Xml;

/// <summary>A well-formed document: its text, and where every element and attribute is in it.</summary>
public sealed class XmlSource
{
    private XmlSource(string text, XmlScanner scanner)
    {
        Text = text;
        ElementRecords = scanner.Elements;
        AttributeRecords = scanner.Attributes;
    }

    /// <summary>The text, unchanged.</summary>
    public string Text { get; }

    /// <summary>The document element.</summary>
    public XmlElementSource Root => new(this, 0);

    /// <summary>Every element in document order: a parent before what is in it.</summary>
    public IEnumerable<XmlElementSource> Elements
    {
        get
        {
            for (var index = 0; index < ElementRecords.Length; index++)
            {
                yield return new XmlElementSource(this, index);
            }
        }
    }

    internal ElementRecord[] ElementRecords { get; }

    internal AttributeRecord[] AttributeRecords { get; }

    /// <summary>Reads a document. Never throws for bad text.</summary>
    /// <param name="text">The text, without a byte order mark.</param>
    /// <param name="file">Its file, for the diagnostic.</param>
    /// <param name="problem">Why it was refused, with line and column; null on success.</param>
    /// <returns>The document; null where it is not well-formed or beyond a limit.</returns>
    public static XmlSource? Parse(string text, string file, out Diagnostic? problem) => Parse(text, file, null, out problem);

    /// <summary>Reads an excerpt: all of the document is checked, but only what an edit looks into has elements inside.</summary>
    internal static XmlSource? Parse(string text, string file, XmlExcerpt? excerpt, out Diagnostic? problem)
    {
        using (var reader = new CheckedXmlReader(text, file))
        {
            while (reader.Read())
            {
                // Reading to the end is the check.
            }

            problem = reader.Problem;
        }

        return problem is null ? OfAccepted(text, excerpt) : null;
    }

    /// <summary>Reads an excerpt of a text that has been read before and was accepted.</summary>
    internal static XmlSource OfAccepted(string text, XmlExcerpt? excerpt)
    {
        var scanner = new XmlScanner(text, excerpt);
        scanner.Scan();
        return new XmlSource(text, scanner);
    }
}
