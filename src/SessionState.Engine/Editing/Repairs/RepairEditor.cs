using System.Collections.Immutable;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing.Repairs;

/// <summary>Takes out of one document what may not be there.</summary>
internal sealed class RepairEditor(XmlSource source, string file, Offence offence)
{
    private readonly string _name = offence.Input.Section.Schema.Name;

    /// <summary>What goes, as phrases.</summary>
    public List<string> Removed { get; } = [];

    /// <summary>The change; the document must be the one that the offence was found in.</summary>
    public DocumentEdit Apply()
    {
        if (offence.IsOfTheTag)
        {
            Removed.Add("the lock of the location tag");
            return new LockEditor(source, file, LockPlace.Of(offence.LocationPath, false), _name).Apply(OverrideMode.Inherit);
        }

        var obstacles = new EditObstacles(source, file, _name);
        var found = SectionLookup.Find(source.Root, offence.LocationPath, _name);
        var section = found is [var only] ? only : (XmlElementSource?)null;
        return (obstacles.Duplicate($"The section {_name}", found) ?? obstacles.InSection(section)) is { } refusal
            ? DocumentEdit.Refuse(refusal)
            : section is { } element ? new(Remove(element), null) : DocumentEdit.Nothing;
    }

    private ImmutableArray<TextChange> Remove(XmlElementSource section)
    {
        if (offence.IsOfTheSection)
        {
            Removed.Add($"the section <{section.Name}>");
            return new Pruning(source).Remove(section, [section], []);
        }

        var elements = new List<XmlElementSource>();
        var attributes = new List<(XmlElementSource, XmlAttributeSource)>();
        foreach (var breach in offence.Breaches)
        {
            var isRoot = breach.Element == offence.Input.Section.Schema.Root;
            foreach (var element in isRoot ? [section] : section.Children.Where(child => child.Name == breach.Element.Name))
            {
                if (breach.Attribute is null)
                {
                    elements.Add(element);
                    Removed.Add($"the {(isRoot ? "section" : "element")} <{element.Name}>");
                }
                else if (element.Attribute(breach.Attribute) is { } attribute)
                {
                    attributes.Add((element, attribute));
                    Removed.Add($"the attribute {attribute.Name} of <{element.Name}>");
                }
            }
        }

        return new Pruning(source).Remove(section, elements, attributes);
    }
}
