using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>Changes of one attribute, leaving the rest of its tag as it is.</summary>
internal static class AttributeEdits
{
    /// <summary>Replaces the value between its quotes.</summary>
    public static TextChange Replace(XmlSource source, XmlAttributeSource attribute, string value) =>
        new(attribute.ValueSpan, NewAttribute.Escape(value, Quote(source, attribute)));

    /// <summary>Puts another attribute in its place, between the same quotes.</summary>
    public static TextChange Replace(XmlSource source, XmlAttributeSource attribute, NewAttribute by) =>
        by.Name == attribute.Name
            ? Replace(source, attribute, by.Value)
            : new(attribute.Span, by.Write(Quote(source, attribute)));

    /// <summary>Puts the attribute after the last one, with its kind of quotes.</summary>
    public static TextChange Insert(XmlSource source, XmlElementSource element, NewAttribute attribute)
    {
        var attributes = element.Attributes;
        var place = new TextSpan(EndBefore(element, attributes.Count), 0);
        return new(place, " " + attribute.Write(attributes.Count > 0 ? Quote(source, attributes[^1]) : '"'));
    }

    /// <summary>Removes the attribute with the blanks before it.</summary>
    public static TextChange Remove(XmlElementSource element, XmlAttributeSource attribute)
    {
        var index = element.Attributes.TakeWhile(other => other.Span != attribute.Span).Count();
        return new(TextSpan.FromBounds(EndBefore(element, index), attribute.Span.End), "");
    }

    private static int EndBefore(XmlElementSource element, int index) =>
        index > 0 ? element.Attributes[index - 1].Span.End : element.Span.Start + 1 + element.Name.Length;

    private static char Quote(XmlSource source, XmlAttributeSource attribute) => source.Text[attribute.ValueSpan.End];
}
