namespace SessionState.Engine.Hierarchy;

/// <summary>Adds the folders of a virtual directory as nodes.</summary>
internal static class ContentPlacing
{
    internal static void Place(PathMapping mapping)
    {
        if (mapping.Content.Folder is { } folder)
        {
            Place(mapping.Node, folder);
        }
    }

    private static void Place(ConfigurationNode node, ContentFolder folder)
    {
        node.Folder = folder;
        foreach (var child in folder.Folders)
        {
            var existing = node.Child(child.Name);

            // Where another application or virtual directory has that path, the folder is not reached by it. Some names cannot be on Windows.
            if (existing is null or { IsMounted: false } && LocationPath.IsValid(child.Name))
            {
                Place(existing ?? node.AddChild(NodeKind.Folder, child.Name), child);
            }
        }
    }
}
