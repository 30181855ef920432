using System.Collections.Immutable;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing.Locks;

/// <summary>Says in one document, for one path, whether lower files may hold a section.</summary>
/// <param name="source">The document.</param>
/// <param name="file">Its file, for refusals.</param>
/// <param name="target">Where the location tag belongs; a null path is the file's own level.</param>
/// <param name="section">Full name of the section.</param>
internal sealed class LockEditor(XmlSource source, string file, LockPlace target, string section)
{
    private readonly EditObstacles _obstacles = new(source, file, section);
    private readonly string[] _names = section.Split('/');

    /// <summary>
    /// Changes the tag that holds the section where it holds nothing else; otherwise moves the section, as it is written, to a tag of its
    /// mode, so that no other section is locked or opened with it. Direct content goes into a tag as appcmd moves it.
    /// </summary>
    public DocumentEdit Apply(OverrideMode mode)
    {
        var found = SectionLookup.Find(source.Root, target.LocationPath, section);
        var holder = found is [var only] ? only : (XmlElementSource?)null;
        if ((_obstacles.Duplicate($"The section {section}", found) ?? _obstacles.InSection(holder)) is { } refusal)
        {
            return DocumentEdit.Refuse(refusal);
        }

        if (holder is not { } element)
        {
            return mode == OverrideMode.Inherit ? DocumentEdit.Nothing
                : DocumentEdit.Change(Insert(new NewElement(_names[^1], [], null), mode, null));
        }

        if (LocationTags.Around(element) is not { } tag)
        {
            return mode == OverrideMode.Inherit ? DocumentEdit.Nothing : Move(element, null, mode);
        }

        return TagMode.Of(tag, LockLevels.IsManaged(section)) == mode ? DocumentEdit.Nothing
            : !IsAlone(element, tag) ? Move(element, tag, mode)
            : mode == OverrideMode.Inherit && IsNothingElse(element, tag) ? new(Remove(element), null)
            : new(SetMode(tag, mode), null);
    }

    // An empty section is there only to carry the mode.
    private DocumentEdit Move(XmlElementSource element, XmlElementSource? tag, OverrideMode mode) => new(
        mode == OverrideMode.Inherit && IsEmpty(element)
            ? Remove(element)
            : [.. Remove(element), Insert(new MovedElement(source, element), mode, tag)],
        null);

    private ImmutableArray<TextChange> Remove(XmlElementSource element) => new Pruning(source).Remove(element, [element], []);

    private TextChange Insert(NewContent content, OverrideMode mode, XmlElementSource? from)
    {
        var inherit = from?.Attribute(TagMode.Inheritance)?.Value;
        var existing = LocationTags.For(source.Root, target.LocationPath)
            .Where(tag => tag != from && TagMode.IsOnly(tag, mode, inherit))
            .ToList();
        var isDirect = mode == OverrideMode.Inherit && inherit is null && target.LocationPath is null;
        var (parent, missing) = isDirect || existing.Count > 0
            ? SectionLookup.Gap(isDirect ? source.Root : existing[0], _names[..^1])
            : (source.Root, _names[..^1]);
        foreach (var name in missing.Reverse())
        {
            content = new NewElement(name, [], content);
        }

        return new ChildInsertion(source).Append(
            parent,
            isDirect || existing.Count > 0 ? content : new NewElement("location", [.. TagAttributes(mode, from, inherit)], content));
    }

    private IEnumerable<NewAttribute> TagAttributes(OverrideMode mode, XmlElementSource? from, string? inherit)
    {
        yield return new("path", from?.Attribute("path")?.Value ?? target.WrittenPath);
        if (mode != OverrideMode.Inherit)
        {
            yield return new(TagMode.Attribute, mode.ToString());
        }

        if (inherit is not null)
        {
            yield return new(TagMode.Inheritance, inherit);
        }
    }

    private ImmutableArray<TextChange> SetMode(XmlElementSource tag, OverrideMode mode)
    {
        var (current, legacy) = (tag.Attribute(TagMode.Attribute), tag.Attribute(TagMode.Legacy));
        var kept = mode == OverrideMode.Inherit ? null : current ?? legacy;
        var removed = new[] { current, legacy }.OfType<XmlAttributeSource>().Where(attribute => attribute != kept);
        var changes = removed.Select(attribute => AttributeEdits.Remove(tag, attribute));
        var written = new NewAttribute(TagMode.Attribute, mode.ToString());
        return mode == OverrideMode.Inherit ? [.. changes]
            : kept is not { } attribute ? [AttributeEdits.Insert(source, tag, written)]
            : [.. changes.Append(AttributeEdits.Replace(source, attribute, written))];
    }

    // Whether there is one way down from the tag, and it leads to the section.
    private static bool IsAlone(XmlElementSource element, XmlElementSource tag)
    {
        for (var step = element; step != tag; step = step.Parent!.Value)
        {
            if (step.Parent!.Value.Children.Skip(1).Any())
            {
                return false;
            }
        }

        return true;
    }

    private bool IsEmpty(XmlElementSource element) =>
        element.Attributes.Count == 0 && new DocumentLayout(source).IsBlank(element.Content.Start, element.Content.End);

    // Whether the tag is there for the lock only: no content, no comment on the way.
    private bool IsNothingElse(XmlElementSource element, XmlElementSource tag)
    {
        var layout = new DocumentLayout(source);
        var isBlank = IsEmpty(element);
        for (var step = element; step != tag && isBlank; step = step.Parent!.Value)
        {
            var around = step.Parent!.Value;
            isBlank = layout.IsBlank(around.Content.Start, step.Span.Start) && layout.IsBlank(step.Span.End, around.Content.End)
                && (around == tag || around.Attributes.Count == 0);
        }

        return isBlank;
    }
}
