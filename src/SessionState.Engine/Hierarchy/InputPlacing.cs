using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>Puts what a file says to the nodes it is for.</summary>
internal static class InputPlacing
{
    /// <summary>The content of a node's web.config: its own, and what its location tags say for nodes below.</summary>
    internal static void TakeIn(ConfigurationFile file, ConfigurationNode node)
    {
        Add(node, file.DirectInputs, file, node);
        foreach (var tag in file.Locations)
        {
            if (!tag.IsOwnLevel && !tag.IsIdle)
            {
                Place(tag, file, node, node, tag.Path);
            }
        }
    }

    internal static void Place(
        LocationTag tag, ConfigurationFile file, ConfigurationNode owner, ConfigurationNode from, ReadOnlySpan<char> path)
    {
        var node = NodePlacing.Descend(from, path, LocationPath.LooksLikeFile(tag.Path) ? NodeKind.File : NodeKind.Folder);
        node.MarkConfigured();
        node.SharePath(tag.Path);
        Add(node, tag.Inputs, file, owner);
        if (tag.Problem is { Severity: DiagnosticSeverity.Error } && owner.Depth >= 0)
        {
            node.Extras = node.Extras with { BrokenTag = node.Extras.BrokenTag ?? tag.Problem };
        }

        if (Array.TrueForAll(tag.Inputs, input => input.Schema.IsManaged))
        {
            node.Extras = node.Extras with { SilentTags = [.. node.Extras.SilentTags, new SilentTag(tag, file, owner)] };
        }
    }

    internal static void Add(ConfigurationNode node, ReadOnlySpan<SectionInput> inputs, ConfigurationFile file, ConfigurationNode owner)
    {
        foreach (var section in inputs)
        {
            var input = new NodeInput(section, file, owner);
            if (section.Schema.IsManaged && owner.Depth == 0)
            {
                node.Extras = node.Extras with { Ignored = [.. node.Extras.Ignored, input] };
            }
            else
            {
                node.StateFor(section.Schema).Add(input);
            }
        }
    }

    internal static void Add(
        ConfigurationNode node, ImmutableArray<SectionInput> inputs, ConfigurationFile file, ConfigurationNode owner) =>
        Add(node, inputs.AsSpan(), file, owner);
}
