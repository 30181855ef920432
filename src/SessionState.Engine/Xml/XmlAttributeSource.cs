using SessionState.Engine.Text;

namespace SessionState.Engine.Xml;

/// <summary>An attribute as its author wrote it.</summary>
/// <param name="Name">The name as written, prefix included.</param>
/// <param name="Value">The value with its character references resolved.</param>
/// <param name="NameSpan">The name.</param>
/// <param name="ValueSpan">The value between the quotes, as written.</param>
public readonly record struct XmlAttributeSource(string Name, string Value, TextSpan NameSpan, TextSpan ValueSpan)
{
    /// <summary>From the first character of the name to the closing quote.</summary>
    public TextSpan Span => TextSpan.FromBounds(NameSpan.Start, ValueSpan.End + 1);
}
