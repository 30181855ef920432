using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing;

/// <summary>Which nodes an edit may concern.</summary>
internal static class AffectedNodes
{
    /// <summary>All nodes of the sites that the edited file speaks for, in tree order; all of the server where the edit is for it.</summary>
    /// <param name="server">The snapshot.</param>
    /// <param name="path">The node that the edit is for.</param>
    /// <param name="file">The edited file.</param>
    public static IEnumerable<ConfigurationNode> Of(ServerConfiguration server, string path, string file)
    {
        if (path.Length == 0)
        {
            return server.Nodes();
        }

        var paths = file == server.ApplicationHost.Path ? [path] : server.NodesServedBy(file).Select(node => node.Path).Append(path);
        return paths
            .Select(of => of.Split('/', 2)[0])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(server.Find)
            .OfType<ConfigurationNode>()
            .SelectMany(WithDescendants);
    }

    private static IEnumerable<ConfigurationNode> WithDescendants(ConfigurationNode top)
    {
        var open = new Stack<ConfigurationNode>([top]);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Length - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }
    }
}
