using SessionState.Engine.Text;

namespace SessionState.Engine.Xml;

/// <summary>A well-formed document: its text, and where every element and attribute is in it.</summary>
public sealed class XmlSource
{
    private XmlSource(string text) => Text = text;

    /// <summary>The text, unchanged.</summary>
    public string Text { get; }

    /// <summary>The document element.</summary>
    public XmlElementSource Root => throw new NotImplementedException();

    /// <summary>Reads a document. Never throws for bad text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Its file, for the diagnostic.</param>
    /// <param name="problem">Why it was refused, with line and column; null on success.</param>
    /// <returns>The document; null where it is not well-formed or beyond a limit.</returns>
    public static XmlSource? Parse(string text, string file, out Diagnostic? problem) => throw new NotImplementedException();
}
