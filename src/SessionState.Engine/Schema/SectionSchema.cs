using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Schema;

/// <summary>A section that holds settings.</summary>
internal sealed class SectionSchema
{
    internal SectionSchema(string name, ElementSchema root, params ImmutableArray<ElementSchema> children)
    {
        Name = name;
        Group = name[..name.IndexOf('/', StringComparison.Ordinal)];
        Root = root;
        Children = children;
        root.Bind(name, "");
        foreach (var child in children)
        {
            child.Bind(name, child.Name);
        }
    }

    /// <summary>Full name: <c>system.webServer/asp</c>.</summary>
    internal string Name { get; }

    /// <summary>The section group: <c>system.webServer</c>.</summary>
    internal string Group { get; }

    /// <summary>Who reads the section at run time.</summary>
    internal Evaluator Evaluator { get; init; }

    /// <summary>Where it may stand where no machine.config is there to say so; only for ASP.NET's sections.</summary>
    internal AllowDefinition AllowDefinition { get; init; }

    internal bool IsManaged => Evaluator == Evaluator.Managed;

    /// <summary>The section's own element.</summary>
    internal ElementSchema Root { get; }

    /// <summary>Its child elements. None of them has children of its own that matter.</summary>
    internal ImmutableArray<ElementSchema> Children { get; }

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

    /// <summary>The element that carries a setting of this section.</summary>
    internal ElementSchema? ElementOf(Setting setting) => setting.IsOnSection ? Root : Child(setting.Element);
}
