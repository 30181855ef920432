using SessionState.Contracts;

namespace SessionState.Service.Nodes;

/// <summary>The conditions of a <see cref="NodeQuery"/>, the cheap ones first. They allocate nothing.</summary>
internal static class NodeFilter
{
    /// <param name="table">Some nodes.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="query">The conditions.</param>
    /// <param name="hidden">The node's values are not to be seen, so that no condition on them holds.</param>
    public static bool Matches(NodeTable table, int index, NodeQuery query, bool hidden = false)
    {
        var node = table.Nodes[index];
        if (!query.AllFolders && !node.IsConfigured)
        {
            return false;
        }

        if (!string.IsNullOrEmpty(query.Search) && !node.Path.Contains(query.Search, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (query.Asp is null && query.AspNet is null && query.Source is null && query.Locked is null)
        {
            return true;
        }

        if (hidden)
        {
            return false;
        }

        var facts = table.Facts[index];
        return (query.Asp is null || facts.AspSession == query.Asp)
            && (query.AspNet is null || string.Equals(facts.AspNetMode, query.AspNet, StringComparison.OrdinalIgnoreCase))
            && (query.Source is null || facts.Source == query.Source)
            && (query.Locked is null || facts.Locked == query.Locked);
    }
}
