using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>
/// Removes an attribute together with the elements that it alone held, up to a bare location tag. Whatever carries anything else stays:
/// another attribute (a lock among them), a comment, another element. So does a section in a location tag that says more than its path,
/// because an empty section is enough to carry a lock.
/// </summary>
internal sealed class Pruning(XmlSource source)
{
    private readonly DocumentLayout _layout = new(source);

    /// <summary>Removes the attribute and what it leaves empty.</summary>
    /// <param name="element">The element with the attribute.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="section">The section the element is in, or is.</param>
    public TextChange Remove(XmlElementSource element, XmlAttributeSource attribute, XmlElementSource section) =>
        Emptied(element, section) is { } emptied
            ? new(_layout.WithItsLines(emptied), "")
            : AttributeEdits.Remove(element, attribute);

    private XmlElementSource? Emptied(XmlElementSource element, XmlElementSource section)
    {
        if (element.Attributes.Count > 1 || !_layout.IsBlank(element.Content.Start, element.Content.End) || Keeps(element, section))
        {
            return null;
        }

        var top = element;
        while (top.Parent is { Parent: not null } parent && IsBare(parent) && !Keeps(parent, section)
            && _layout.IsBlank(parent.Content.Start, top.Span.Start) && _layout.IsBlank(top.Span.End, parent.Content.End))
        {
            top = parent;
        }

        return top;
    }

    private static bool Keeps(XmlElementSource element, XmlElementSource section) =>
        element == section && Location(section) is { } location && !IsBare(location);

    private static XmlElementSource? Location(XmlElementSource section)
    {
        XmlElementSource? top = section;
        while (top is { Parent.Parent: not null } inner)
        {
            top = inner.Parent;
        }

        return top is { Name: "location" } ? top : null;
    }

    private static bool IsBare(XmlElementSource element) =>
        element.Attributes.Count == 0 || (LocationTags.IsLocation(element) && element.Attributes is [{ Name: "path" }]);
}
