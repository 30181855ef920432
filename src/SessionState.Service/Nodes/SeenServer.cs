using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;
using SessionState.Service.Security;

namespace SessionState.Service.Nodes;

/// <summary>What is counted and complained about on a server, as far as somebody may see it.</summary>
internal sealed record SeenServer(int SiteCount, int NodeCount, IEnumerable<Diagnostic> Diagnostics)
{
    public static SeenServer Of(ServerConfiguration server, Sight sight)
    {
        if (sight.IsWhole)
        {
            return new(
                server.Layout.Sites.Length, server.NodeCount, server.Diagnostics.Concat(NodeTable.OfAll(server).SelectMany(table => table.Diagnostics)));
        }

        var nodes = SeenTables.Of(server, sight).SelectMany(table => table.Nodes).Where(node => sight.Names(node.Path)).ToList();
        return new(
            nodes.Count(node => node.Kind == NodeKind.Site),
            nodes.Count,
            nodes.Where(node => node.IsConfigured && sight.Shows(node.Path)).SelectMany(node => NodeDiagnostics.Read(node)));
    }
}
