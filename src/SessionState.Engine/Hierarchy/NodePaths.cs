namespace SessionState.Engine.Hierarchy;

/// <summary>Joins physical and virtual paths.</summary>
internal static class NodePaths
{
    /// <summary>The physical path of a node, in the kind of slashes that the configuration uses.</summary>
    /// <param name="root">The virtual directory's physical path as written.</param>
    /// <param name="rest">The rest of the virtual path: "" or "/folder/file".</param>
    internal static string Physical(string root, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return root;
        }

        var slash = root.Contains('/', StringComparison.Ordinal) && !root.Contains('\\', StringComparison.Ordinal) ? '/' : '\\';
        return root.TrimEnd('\\', '/') + rest.ToString().Replace('/', slash);
    }
}
