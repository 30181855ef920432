using System.Collections.Immutable;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>
/// Removes attributes and elements together with the elements that they alone held, up to their location tag. Whatever carries anything
/// else stays: another attribute (a lock among them), a comment, another element. A section that loses attributes stays in a location tag
/// that says more than its path, because an empty section is enough to carry a lock; one that is to go itself takes such a tag with it,
/// because a tag without a section says nothing.
/// </summary>
internal sealed class Pruning(XmlSource source)
{
    private readonly DocumentLayout _layout = new(source);
    private readonly HashSet<XmlElementSource> _touched = [];
    private readonly HashSet<XmlElementSource> _elements = [];
    private readonly HashSet<TextSpan> _attributes = [];

    /// <summary>Removes parts of a section, or all of it, and what that leaves empty.</summary>
    /// <param name="section">The section.</param>
    /// <param name="elements">Elements to remove: the section itself, or elements in it.</param>
    /// <param name="attributes">Attributes to remove, with the element that carries them.</param>
    public ImmutableArray<TextChange> Remove(
        XmlElementSource section,
        IReadOnlyCollection<XmlElementSource> elements,
        IReadOnlyCollection<(XmlElementSource Element, XmlAttributeSource Attribute)> attributes)
    {
        _elements.UnionWith(elements);
        _attributes.UnionWith(attributes.Select(doomed => doomed.Attribute.Span));
        foreach (var element in elements.Concat(attributes.Select(doomed => doomed.Element)))
        {
            Touch(element);
        }

        var gone = _touched.Where(element => IsGone(element, section) && !IsInside(element.Parent, section));
        var left = attributes.Where(doomed => !IsInside(doomed.Element, section));
        return
        [
            .. Union(gone.Select(_layout.WithItsLines)),
            .. left.Select(doomed => AttributeEdits.Remove(doomed.Element, doomed.Attribute)),
        ];
    }

    private void Touch(XmlElementSource element)
    {
        for (XmlElementSource? current = element; current is { } touched && _touched.Add(touched); current = touched.Parent)
        {
            // The way up is all there is to do.
        }
    }

    private bool IsInside(XmlElementSource? element, XmlElementSource section) =>
        element is { } inner && (IsGone(inner, section) || IsInside(inner.Parent, section));

    private bool IsGone(XmlElementSource element, XmlElementSource section) =>
        _elements.Contains(element)
        || (_touched.Contains(element) && element.Parent is not null && !Keeps(element, section) && HoldsOnlyDoomed(element)
            && element.Children.All(child => IsGone(child, section)));

    private bool HoldsOnlyDoomed(XmlElementSource element) =>
        element.Attributes.All(attribute => LocationTags.IsLocation(element) || _attributes.Contains(attribute.Span))
        && IsBlankBetweenChildren(element);

    private bool IsBlankBetweenChildren(XmlElementSource element)
    {
        var start = element.Content.Start;
        foreach (var child in element.Children)
        {
            if (!_layout.IsBlank(start, child.Span.Start))
            {
                return false;
            }

            start = child.Span.End;
        }

        return _layout.IsBlank(start, element.Content.End);
    }

    private static bool Keeps(XmlElementSource element, XmlElementSource section) =>
        element == section && LocationTags.Around(section) is { } tag && !LocationTags.IsBare(tag);

    // The lines of two neighbours may overlap in the line end between them.
    private static IEnumerable<TextChange> Union(IEnumerable<TextSpan> spans)
    {
        TextSpan? open = null;
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (open is { } previous && span.Start > previous.End)
            {
                yield return new(previous, "");
                open = null;
            }

            open = TextSpan.FromBounds(open?.Start ?? span.Start, Math.Max(open?.End ?? 0, span.End));
        }

        if (open is { } last)
        {
            yield return new(last, "");
        }
    }
}
