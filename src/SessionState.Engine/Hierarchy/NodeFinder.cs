namespace SessionState.Engine.Hierarchy;

/// <summary>Finds nodes in a finished tree.</summary>
internal static class NodeFinder
{
    /// <summary>The node of a path below a site, made for the occasion where it is not listed.</summary>
    internal static ConfigurationNode Find(ConfigurationNode site, ReadOnlySpan<char> path)
    {
        var node = site;
        for (var rest = path; !rest.IsEmpty;)
        {
            var slash = rest.IndexOf('/');
            var segment = slash < 0 ? rest : rest[..slash];
            rest = slash < 0 ? [] : rest[(slash + 1)..];
            node = node.Child(segment) ?? Virtual(node, segment, rest.IsEmpty);
        }

        return node;
    }

    internal static void CollectServed(ConfigurationNode node, string webConfigPath, List<ConfigurationNode> found)
    {
        if (node.WebConfigPath is { } path && path.Equals(webConfigPath, StringComparison.OrdinalIgnoreCase))
        {
            found.Add(node);
        }

        foreach (var child in node.Children)
        {
            CollectServed(child, webConfigPath, found);
        }
    }

    private static ConfigurationNode Virtual(ConfigurationNode parent, ReadOnlySpan<char> name, bool isLast) =>
        new(isLast && LocationPath.LooksLikeFile(name) ? NodeKind.File : NodeKind.Folder, name, parent)
        {
            Application = parent.Application,
        };
}
