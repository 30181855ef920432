namespace SessionState.Engine.Hierarchy;

/// <summary>Walks down a virtual path while a tree is built, and adds the nodes that are missing.</summary>
internal static class NodePlacing
{
    /// <summary>The node at a path below another.</summary>
    /// <param name="from">Where to start.</param>
    /// <param name="path">"", "/", "/a/b" or "a/b".</param>
    /// <param name="kind">What the last segment becomes if it is new; those on the way become folders.</param>
    internal static ConfigurationNode Descend(ConfigurationNode from, ReadOnlySpan<char> path, NodeKind kind)
    {
        var node = from;
        for (var rest = path.TrimStart('/'); !rest.IsEmpty;)
        {
            var slash = rest.IndexOf('/');
            var segment = slash < 0 ? rest : rest[..slash];
            rest = slash < 0 ? [] : rest[(slash + 1)..];
            node = node.Child(segment) ?? node.AddChild(rest.IsEmpty ? kind : NodeKind.Folder, segment);
        }

        return node;
    }

    /// <summary>The node of a virtual directory; null where an application of a longer path hides it.</summary>
    internal static ConfigurationNode? DescendToDirectory(ConfigurationNode application, string path)
    {
        if (path == "/")
        {
            return application;
        }

        var node = Descend(application, path, NodeKind.VirtualDirectory);
        for (var above = node; !ReferenceEquals(above, application); above = above.Parent!)
        {
            if (above.Kind == NodeKind.Application)
            {
                return null;
            }
        }

        node.Kind = NodeKind.VirtualDirectory;
        return node;
    }
}
