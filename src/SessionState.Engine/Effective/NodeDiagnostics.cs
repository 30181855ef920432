using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Effective;

/// <summary>Everything that is wrong at a node.</summary>
public static class NodeDiagnostics
{
    /// <summary>What is wrong here or above, as far as it concerns this node; the worst first.</summary>
    public static ImmutableArray<Diagnostic> Read(ConfigurationNode node)
    {
        var found = new HashSet<Diagnostic>();
        foreach (var schema in SectionSchemas.All)
        {
            if (ViolationReader.Read(node, schema.Name) is { } violation)
            {
                found.Add(violation.Diagnostic);
            }
        }

        found.UnionWith(node.Extras.Problems);
        found.UnionWith(node.Depth == 0 ? [] : node.Server.Extras.Problems.Where(problem => problem.Code == DiagnosticCodes.UnregisteredSection));
        found.UnionWith(node.WebConfig?.Diagnostics ?? []);
        found.UnionWith(OfContent(node));
        found.UnionWith(DelegationGap.Read(node));
        found.UnionWith(ManagedDiagnostics.Read(node));
        return [.. found.OrderByDescending(diagnostic => diagnostic.Severity)];
    }

    private static IEnumerable<Diagnostic> OfContent(ConfigurationNode node)
    {
        if (node.Mapping?.Content.Problem is { } problem)
        {
            yield return problem;
        }

        if (node is { WebConfig: { } ignored, WebConfigCounts: false })
        {
            yield return new Diagnostic(
                DiagnosticSeverity.Info,
                DiagnosticCodes.NotAllowedHere,
                $"This web.config is not read: the virtual directory '{node.Mapping?.Node.Path}' says allowSubDirConfig=\"false\".",
                ignored.Path,
                null,
                null,
                $"Put its content into a location tag in the web.config of '{node.Mapping?.Node.Path}'.");
        }
    }
}
