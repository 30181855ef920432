using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Service.Nodes;

/// <summary>
/// A site with everything below it as an array in pre-order, with facts: made when somebody first asks, and kept for as long as a
/// snapshot holds the site. Snapshots share sites, so a change elsewhere costs nothing here.
/// </summary>
internal sealed class NodeTable
{
    private static readonly ConditionalWeakTable<ConfigurationNode, NodeTable> Tables = [];

    private readonly Lazy<NodeFacts[]> _facts;
    private readonly Lazy<ImmutableArray<Diagnostic>> _diagnostics;

    private NodeTable(IEnumerable<ConfigurationNode> nodes)
    {
        Nodes = [.. nodes];
        _facts = new(() => Array.ConvertAll(Nodes, NodeFacts.Of));
        _diagnostics = new(() => [.. Nodes.Where(node => node.IsConfigured).SelectMany(node => NodeDiagnostics.Read(node)).Distinct()]);
    }

    public ConfigurationNode[] Nodes { get; }

    /// <summary>The facts of <see cref="Nodes"/>, index by index.</summary>
    public NodeFacts[] Facts => _facts.Value;

    /// <summary>Everything wrong in the nodes' files, each thing once.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.Value;

    /// <summary>The table that a node is in: its site's, or for the server one that holds the server alone.</summary>
    public static NodeTable Of(ConfigurationNode node)
    {
        var top = node;
        while (top.Depth > 1)
        {
            top = top.Parent!;
        }

        return Tables.GetValue(top, made => new(made.Depth == 0 ? [made] : WithDescendants(made)));
    }

    /// <summary>The server's table and then every site's, which in this order are the whole tree.</summary>
    public static IEnumerable<NodeTable> OfAll(ServerConfiguration server) => server.Root.Children.Select(Of).Prepend(Of(server.Root));

    /// <summary>Where a node and everything below it stand: from one index up to, but not including, another. Equal where it is no listed node.</summary>
    public (int Start, int End) Range(ConfigurationNode top)
    {
        var start = Array.IndexOf(Nodes, top);
        if (start < 0)
        {
            return (0, 0);
        }

        var end = start + 1;
        while (end < Nodes.Length && Nodes[end].Depth > top.Depth)
        {
            end++;
        }

        return (start, end);
    }

    private static IEnumerable<ConfigurationNode> WithDescendants(ConfigurationNode top)
    {
        var open = new Stack<ConfigurationNode>([top]);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var index = node.Children.Length - 1; index >= 0; index--)
            {
                open.Push(node.Children[index]);
            }
        }
    }
}
