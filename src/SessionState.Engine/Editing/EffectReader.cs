using System.Collections.Immutable;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>Compares two snapshots: which nodes have another effective value.</summary>
internal sealed class EffectReader(ServerConfiguration before, ServerConfiguration after, Setting setting)
{
    /// <summary>The changed nodes in tree order.</summary>
    /// <param name="path">The node that the edit is for.</param>
    /// <param name="file">The edited file: where it is a web.config, every site that it serves is looked at.</param>
    public ImmutableArray<ValueChange> Read(string path, string file)
    {
        var changes = new List<ValueChange>();
        var isListed = false;
        foreach (var node in Candidates(path, file))
        {
            isListed |= node.Path.Equals(path, StringComparison.OrdinalIgnoreCase);
            Compare(node, changes);
        }

        // A node that was listed only for the sake of the location tag which the edit removed.
        if (!isListed && after.Find(path) is { } unlisted)
        {
            Compare(unlisted, changes);
        }

        return [.. changes];
    }

    private IEnumerable<ConfigurationNode> Candidates(string path, string file)
    {
        if (path.Length == 0)
        {
            return after.Nodes();
        }

        var paths = file == after.ApplicationHost.Path ? [path] : after.NodesServedBy(file).Select(node => node.Path).Append(path);
        return paths
            .Select(SiteOf)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(after.Find)
            .OfType<ConfigurationNode>()
            .SelectMany(WithDescendants);
    }

    private void Compare(ConfigurationNode node, List<ValueChange> changes)
    {
        var was = before.Find(node.Path) is { } old ? EffectiveValueReader.Read(old, setting).Value : null;
        var now = EffectiveValueReader.Read(node, setting).Value;
        if (was != now)
        {
            changes.Add(new(node, was, now));
        }
    }

    private static string SiteOf(string path) => path.Split('/', 2)[0];

    private static IEnumerable<ConfigurationNode> WithDescendants(ConfigurationNode node) =>
        node.Children.SelectMany(WithDescendants).Prepend(node);
}
