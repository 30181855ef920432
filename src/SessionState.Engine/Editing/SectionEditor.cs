using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>Sets or clears one setting in one document, for one path.</summary>
/// <param name="source">The document.</param>
/// <param name="file">Its file, for refusals.</param>
/// <param name="locationPath">The location tag to write into; null for the file's own level.</param>
/// <param name="setting">The setting.</param>
internal sealed class SectionEditor(XmlSource source, string file, string? locationPath, Setting setting)
{
    private readonly EditObstacles _obstacles = new(source, file, setting.Section);

    /// <summary>Writes the value (canonical) explicitly.</summary>
    public DocumentEdit Set(string value)
    {
        if (Find(out var section, out var element) is { } refusal)
        {
            return DocumentEdit.Refuse(refusal);
        }

        var attribute = new NewAttribute(setting.Attribute, value);
        return element is { } existing ? Set(existing, attribute)
            : section is { } parent ? DocumentEdit.Change(Append(parent, new(setting.Element, [attribute], null)))
            : DocumentEdit.Change(AddSection(attribute));
    }

    /// <summary>Removes the value and what is left empty by that.</summary>
    public DocumentEdit Clear() =>
        Find(out var section, out var element) is { } refusal ? DocumentEdit.Refuse(refusal)
        : element?.Attribute(setting.Attribute) is { } attribute
            ? new(new Pruning(source).Remove(section!.Value, [], [(element.Value, attribute)]), null)
            : DocumentEdit.Nothing;

    private EditRefusal? Find(out XmlElementSource? section, out XmlElementSource? element)
    {
        var sections = SectionLookup.Find(source.Root, locationPath, setting.Section);
        section = sections.Count == 1 ? sections[0] : null;
        var elements = setting.IsOnSection ? sections
            : section?.Children.Where(child => child.Name == setting.Element).ToList() ?? [];
        element = elements.Count == 1 ? elements[0] : null;
        return _obstacles.Duplicate($"The section {setting.Section}", sections)
            ?? _obstacles.Duplicate($"The element <{setting.Element}>", elements)
            ?? _obstacles.InSection(section)
            ?? _obstacles.InElement(element, setting);
    }

    private DocumentEdit Set(XmlElementSource element, NewAttribute attribute) =>
        element.Attribute(attribute.Name) is not { } existing ? DocumentEdit.Change(AttributeEdits.Insert(source, element, attribute))
        : setting.TryNormalize(existing.Value, out var canonical, out _) && canonical == attribute.Value ? DocumentEdit.Nothing
        : DocumentEdit.Change(AttributeEdits.Replace(source, existing, attribute.Value));

    private TextChange AddSection(NewAttribute attribute)
    {
        var (parent, missing, needsTag) = SectionLookup.Gap(source.Root, locationPath, setting.Section);
        NewElement? content = setting.IsOnSection ? null : new(setting.Element, [attribute], null);
        foreach (var name in missing.Reverse())
        {
            content = new(name, content is null ? [attribute] : [], content);
        }

        return Append(parent, needsTag ? new("location", [new("path", locationPath!)], content) : content!);
    }

    private TextChange Append(XmlElementSource parent, NewElement child) => new ChildInsertion(source).Append(parent, child);
}
