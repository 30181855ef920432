using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>What one file says about one section for one path: the unit that is merged, locked and in error.</summary>
internal sealed class SectionInput
{
    internal required SectionSchema Schema { get; init; }

    /// <summary>The location tag it stands in; null for content outside one.</summary>
    internal required LocationTag? Location { get; init; }

    /// <summary>The section's own element.</summary>
    internal required ElementInput Root { get; init; }

    /// <summary>Its child elements, in order.</summary>
    internal required ElementInput[] Children { get; init; }

    /// <summary>Why IIS refuses the section; null where it does not.</summary>
    internal Diagnostic? Problem { get; init; }

    /// <summary>The file that the content was read from, where it is not the one that holds the section.</summary>
    internal string? SourceFile { get; init; }

    internal OverrideMode OverrideMode => Location is null || (Location.IsLegacyAllow && Schema.IsManaged)
        ? OverrideMode.Inherit
        : Location.OverrideMode;

    internal bool InheritsInChildApplications => Location?.InheritInChildApplications ?? true;

    internal bool HasGranularLocks => Root.Locks is not null || Array.Exists(Children, child => child.Locks is not null);

    /// <summary>Where violations point: the child element that holds settings, else the section's own.</summary>
    internal int Line
    {
        get
        {
            foreach (var child in Children)
            {
                if (child.Schema.HoldsSettings)
                {
                    return child.Line;
                }
            }

            return Root.Line;
        }
    }

    /// <summary>The same, read from another file for the one that holds the section.</summary>
    internal SectionInput From(string sourceFile) => new()
    {
        Schema = Schema,
        Location = Location,
        Root = Root,
        Children = Children,
        Problem = Problem,
        SourceFile = sourceFile,
    };

    /// <summary>The child element of that schema; null for none.</summary>
    internal ElementInput? Child(ElementSchema schema)
    {
        foreach (var child in Children)
        {
            if (ReferenceEquals(child.Schema, schema))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The setting's value here; null where the input does not set it.</summary>
    internal AttributeInput? Find(Setting setting, out int line)
    {
        if (setting.IsOnSection)
        {
            line = Root.Line;
            return Find(Root, setting);
        }

        foreach (var child in Children)
        {
            if (Find(child, setting) is { } attribute)
            {
                line = child.Line;
                return attribute;
            }
        }

        line = 0;
        return null;
    }

    private static AttributeInput? Find(in ElementInput element, Setting setting)
    {
        foreach (ref readonly var attribute in element.Attributes.AsSpan())
        {
            if (ReferenceEquals(attribute.Setting, setting))
            {
                return attribute;
            }
        }

        return null;
    }
}
