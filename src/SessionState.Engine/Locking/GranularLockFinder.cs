using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Locking;

/// <summary>Finds the attribute, element and item locks that bind a file at a node.</summary>
internal static class GranularLockFinder
{
    /// <summary>Every lock of the files above a level that holds for a node, the nearest to the server first.</summary>
    /// <param name="node">The node.</param>
    /// <param name="section">Full section name.</param>
    /// <param name="depth">Files of nodes at this depth and below lock nothing here.</param>
    internal static IEnumerable<GranularLock> Read(ConfigurationNode node, string section, int depth) =>
        Holders(node, section, depth).SelectMany(holder => Of(holder.Target, holder.Input));

    /// <summary>The first lock that keeps a file of a level from setting a setting for a node; null where none does.</summary>
    internal static GranularLock? Find(ConfigurationNode node, Setting setting, int depth) =>
        Read(node, setting.Section, depth).FirstOrDefault(found => Locks(found, setting));

    /// <summary>The section inputs with such locks that a file of that level has above it for a node, the nearest to the server first.</summary>
    internal static IEnumerable<(ConfigurationNode Target, NodeInput Input)> Holders(ConfigurationNode node, string section, int depth)
    {
        var way = new Stack<ConfigurationNode>();
        for (var above = node; above is not null; above = above.Parent)
        {
            way.Push(above);
        }

        return way.SelectMany(target => (target.State(section)?.Inputs ?? [])
            .Where(input => input.Owner.Depth < depth && input.Section.HasGranularLocks && input.HoldsFor(target, node.Application))
            .Select(input => (target, input)));
    }

    private static bool Locks(GranularLock found, Setting setting)
    {
        var root = setting.Section[(setting.Section.LastIndexOf('/') + 1)..];
        var isOnElement = found.Element == (setting.IsOnSection ? root : setting.Element);
        var name = isOnElement ? setting.Attribute : setting.Element;
        return found.Kind switch
        {
            GranularLockKind.Item => true,
            GranularLockKind.Attributes => isOnElement && (found.Names.Contains("*") || found.Names.Contains(name)),
            GranularLockKind.AllAttributesExcept => isOnElement && !found.Names.Contains(name),
            GranularLockKind.Elements => !isOnElement && (found.Names.Contains("*") || found.Names.Contains(name)),
            _ => !isOnElement && !found.Names.Contains(name),
        } && (isOnElement || found.Element == root);
    }

    private static IEnumerable<GranularLock> Of(ConfigurationNode target, NodeInput input) =>
        input.Section.Children.Prepend(input.Section.Root).SelectMany(element => Of(element).Select(found => new GranularLock(
            found.Kind,
            element.Schema.Name,
            [.. found.Names],
            target.Path,
            input.File.Path,
            element.Line,
            input.Section.Location?.Path)));

    private static IEnumerable<(GranularLockKind Kind, string[] Names)> Of(ElementInput element)
    {
        if (element.Locks is not { } locks)
        {
            yield break;
        }

        if (locks.Item)
        {
            yield return (GranularLockKind.Item, []);
        }

        if (locks.Attributes.Length > 0)
        {
            yield return (GranularLockKind.Attributes, locks.Attributes);
        }

        if (locks.AttributesExcept is { } openAttributes)
        {
            yield return (GranularLockKind.AllAttributesExcept, openAttributes);
        }

        if (locks.Elements.Length > 0)
        {
            yield return (GranularLockKind.Elements, locks.Elements);
        }

        if (locks.ElementsExcept is { } openElements)
        {
            yield return (GranularLockKind.AllElementsExcept, openElements);
        }
    }
}
