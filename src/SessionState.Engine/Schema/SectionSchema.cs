using System.Collections.Immutable;

namespace SessionState.Engine.Schema;

/// <summary>A section that holds settings.</summary>
internal sealed class SectionSchema
{
    /// <summary>Full name: <c>system.webServer/asp</c>.</summary>
    internal required string Name { get; init; }

    /// <summary>The section group: <c>system.webServer</c>.</summary>
    internal required string Group { get; init; }

    /// <summary>The section's own element.</summary>
    internal required ElementSchema Root { get; init; }

    /// <summary>Its child elements. None of them has children of its own.</summary>
    internal required ImmutableArray<ElementSchema> Children { get; init; }

    internal IReadOnlyCollection<string> ChildNames => field ??= [.. Children.Select(child => child.Name)];

    internal ElementSchema? Child(string name)
    {
        foreach (var child in Children)
        {
            if (child.Name == name)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The setting that an attribute of a child element is; null where the product does not manage it.</summary>
    internal Setting? Setting(ElementSchema element, string attribute)
    {
        foreach (var setting in Settings.All)
        {
            if (setting.Section == Name && setting.Element == element.Name && setting.Attribute == attribute)
            {
                return setting;
            }
        }

        return null;
    }
}
