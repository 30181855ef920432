using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Service.Nodes;

/// <summary>A snapshot's nodes as an array in pre-order, with their facts: made once for a snapshot, when somebody first asks.</summary>
internal sealed class NodeTable
{
    private const int MaxDiagnostics = 1_000;

    private static readonly ConditionalWeakTable<ServerConfiguration, NodeTable> Tables = [];

    private readonly Lazy<NodeFacts[]> _facts;
    private readonly Lazy<ImmutableArray<Diagnostic>> _diagnostics;
    private readonly Dictionary<string, Site> _sites;

    private NodeTable(ServerConfiguration server)
    {
        Server = server;
        Nodes = [.. server.Nodes()];
        _facts = new(() => Array.ConvertAll(Nodes, NodeFacts.Of));
        _diagnostics = new(ReadDiagnostics);
        _sites = server.Layout.Sites.GroupBy(site => site.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(sites => sites.Key, sites => sites.First(), StringComparer.OrdinalIgnoreCase);
    }

    public ServerConfiguration Server { get; }

    public ConfigurationNode[] Nodes { get; }

    /// <summary>The facts of <see cref="Nodes"/>, index by index. Reading them all takes a moment on a large server.</summary>
    public NodeFacts[] Facts => _facts.Value;

    /// <summary>Everything wrong with the server's files, each thing once, at most <see cref="MaxDiagnostics"/>.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.Value;

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

    // What is wrong above a node is said of each node below it, too: a set keeps it once.
    private ImmutableArray<Diagnostic> ReadDiagnostics() =>
    [
        .. Server.Diagnostics
            .Concat(Nodes.Where(HasOwnFiles).SelectMany(node => NodeDiagnostics.Read(node)))
            .Distinct()
            .Take(MaxDiagnostics),
    ];

    // A plain folder without a web.config has nothing of its own that could be wrong.
    private static bool HasOwnFiles(ConfigurationNode node) => node.WebConfig is not null || node.Kind is not (NodeKind.Folder or NodeKind.File);
}
