using SessionState.Contracts;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Service.Audit;
using SessionState.Service.Security;
using NodeKind = SessionState.Engine.Hierarchy.NodeKind;

namespace SessionState.Service.Nodes;

/// <summary>Makes the rows of the tree.</summary>
internal sealed class NodeRows(ServiceOptions options, LastChanges lastChanges)
{
    /// <summary>The row as somebody may see it: of a node whose values are hidden only that it is there.</summary>
    public NodeRow Of(ServerConfiguration server, ConfigurationNode node, Sight sight)
    {
        if (!sight.Shows(node.Path))
        {
            return Bare(server, node, sight);
        }

        var row = Of(server, node);
        return sight.History.Holds(node.Path) ? row : row with { LastChange = null };
    }

    // Of the way to what may be seen nothing is told; of a node that may be seen without its values, what it is.
    private NodeRow Bare(ServerConfiguration server, ConfigurationNode node, Sight sight) => new(
        node.Path,
        NameOf(node),
        ContractMapping.ToContract(node.Kind),
        node.Depth,
        node.Children.Count(child => sight.Names(child.Path)),
        sight.Tree.Holds(node.Path) ? DetailOf(node, SiteOf(server, node)) : null,
        null,
        ValueSource.Default,
        null,
        false,
        0,
        node.IsConfigured,
        null)
    {
        IsBare = true,
    };

    private NodeRow Of(ServerConfiguration server, ConfigurationNode node)
    {
        var facts = NodeFacts.Of(node);
        var site = SiteOf(server, node);
        return new(
            node.Path,
            NameOf(node),
            ContractMapping.ToContract(node.Kind),
            node.Depth,
            node.Children.Length,
            DetailOf(node, site),
            facts.AspSession,
            facts.Source,
            facts.SetAt,
            facts.Locked,
            ErrorsAt(server, node),
            node.IsConfigured,
            lastChanges.Of(node.Path))
        {
            SiteId = site is { Id: > 0 } ? site.Id : null,
            AspNetMode = facts.AspNetMode,
            AspNetSource = facts.AspNetSource,
        };
    }

    public string NameOf(ConfigurationNode node) => node.Kind == NodeKind.Server ? options.ServerName : node.Name;

    private static Site? SiteOf(ServerConfiguration server, ConfigurationNode node) =>
        node.Kind == NodeKind.Site ? SiteDefinitions.Of(server).Find(node.Name) : null;

    private static string? DetailOf(ConfigurationNode node, Site? site) => node.Kind switch
    {
        NodeKind.Server => null,
        NodeKind.Site => site?.Bindings,
        NodeKind.Application => node.ApplicationPool,
        _ => node.PhysicalPath,
    };

    // Errors of the node's own file, and the violation that breaks it where that is not one of them.
    private static int ErrorsAt(ServerConfiguration server, ConfigurationNode node)
    {
        var own = node.Kind == NodeKind.Server ? server.Diagnostics : node.WebConfig?.Diagnostics ?? [];
        var errors = own.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var violation = EffectiveValueReader.Read(node, Settings.AllowSessionState).Violation;
        return violation is not null
            && violation.ConfigurationPath.Equals(node.Path, StringComparison.OrdinalIgnoreCase)
            && !own.Contains(violation.Diagnostic)
            ? errors + 1
            : errors;
    }
}
