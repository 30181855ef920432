using SessionState.Contracts;
using SessionState.Files;

namespace SessionState.Service.Nodes;

/// <summary>Pages of the tree: filters run over every node asked for, rows are made for the page only.</summary>
internal sealed class NodeList(ConfigurationSet files, NodeRows rows)
{
    public const int MaxLimit = 20_000;

    public ServiceResult<NodePage> List(NodeQuery query)
    {
        if (query.Limit is < 1 or > MaxLimit)
        {
            return Problems.Invalid("limit", $"A page has 1 to {MaxLimit} rows, not {query.Limit}.");
        }

        var snapshot = files.Current;
        var cursor = query.Cursor is { } text ? NodeCursor.Parse(text) : new(snapshot.Revision, 0);
        if (cursor?.Revision != snapshot.Revision)
        {
            return NodeProblems.StaleCursor;
        }

        if (string.IsNullOrEmpty(query.Under))
        {
            return Page(snapshot, query, NodeTable.OfAll(snapshot.Server).Select(table => (table, (0, table.Nodes.Length))), cursor.Value.Index);
        }

        return snapshot.Server.Find(query.Under) is { } top
            ? Page(snapshot, query, [(NodeTable.Of(top), NodeTable.Of(top).Range(top))], cursor.Value.Index)
            : NodeProblems.Unknown(query.Under);
    }

    /// <param name="snapshot">The snapshot.</param>
    /// <param name="query">The conditions.</param>
    /// <param name="parts">Tables, and from which index to which, that together are the nodes asked for.</param>
    /// <param name="skip">How many matching rows earlier pages had.</param>
    private NodePage Page(
        ConfigurationSnapshot snapshot, NodeQuery query, IEnumerable<(NodeTable Table, (int Start, int End) Range)> parts, int skip)
    {
        var page = new List<NodeRow>();
        var total = 0;
        foreach (var (table, (start, end)) in parts)
        {
            for (var index = start; index < end; index++)
            {
                if (!NodeFilter.Matches(table, index, query))
                {
                    continue;
                }

                if (total >= skip && page.Count < query.Limit)
                {
                    page.Add(rows.Of(snapshot.Server, table.Nodes[index]));
                }

                total++;
            }
        }

        var next = skip + page.Count;
        return new(snapshot.Revision, page, total, next < total ? new NodeCursor(snapshot.Revision, next).ToString() : null);
    }
}
