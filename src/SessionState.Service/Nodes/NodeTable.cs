using System.Runtime.CompilerServices;
using SessionState.Engine.Hierarchy;

namespace SessionState.Service.Nodes;

/// <summary>A snapshot's nodes as an array in pre-order, with their facts: made once for a snapshot, when somebody first asks.</summary>
internal sealed class NodeTable
{
    private static readonly ConditionalWeakTable<ServerConfiguration, NodeTable> Tables = [];

    private readonly Lazy<NodeFacts[]> _facts;
    private readonly Dictionary<string, Site> _sites;

    private NodeTable(ServerConfiguration server)
    {
        Server = server;
        Nodes = [.. server.Nodes()];
        _facts = new(() => Array.ConvertAll(Nodes, NodeFacts.Of));
        _sites = server.Layout.Sites.GroupBy(site => site.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(sites => sites.Key, sites => sites.First(), StringComparer.OrdinalIgnoreCase);
    }

    public ServerConfiguration Server { get; }

    public ConfigurationNode[] Nodes { get; }

    /// <summary>The facts of <see cref="Nodes"/>, index by index. Reading them all takes a moment on a large server.</summary>
    public NodeFacts[] Facts => _facts.Value;

    public static NodeTable Of(ServerConfiguration server) => Tables.GetValue(server, made => new(made));

    /// <summary>The site of that name; null for none.</summary>
    public Site? Site(string name) => _sites.GetValueOrDefault(name);

    /// <summary>Where a node and everything below it stand: from one index up to, but not including, another.</summary>
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
}
