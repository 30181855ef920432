using SessionState.Engine.Hierarchy;
using SessionState.Service.Grants;
using SessionState.Service.Security;

namespace SessionState.Service.Nodes;

/// <summary>The tables that hold what somebody may see. Sites of which they see nothing are not touched, however many there are.</summary>
internal static class SeenTables
{
    public static IEnumerable<NodeTable> Of(ServerConfiguration server, Sight sight) => sight.Tree switch
    {
        { IsEverything: true } => NodeTable.OfAll(server),
        { IsNothing: true } => [],
        _ => Sites(server, sight.Tree).Select(NodeTable.Of).Prepend(NodeTable.Of(server.Root)),
    };

    // In the order of the whole tree.
    private static IEnumerable<ConfigurationNode> Sites(ServerConfiguration server, View view) => view.Scopes
        .Select(scope => server.Find(scope.Path.Split('/')[0]))
        .OfType<ConfigurationNode>()
        .DistinctBy(site => site.Path)
        .OrderBy(site => site.Path, StringComparer.OrdinalIgnoreCase);
}
