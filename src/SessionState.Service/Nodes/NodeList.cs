using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Security;

namespace SessionState.Service.Nodes;

/// <summary>Pages of the tree: filters run over every node asked for, rows are made for the page only.</summary>
internal sealed class NodeList(ConfigurationSet files, NodeRows rows, NodeAccess access)
{
    public const int MaxLimit = 20_000;

    public ServiceResult<NodePage> List(Caller caller, NodeQuery query)
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

        var sight = access.SightOf(caller);
        if (string.IsNullOrEmpty(query.Under))
        {
            var all = SeenTables.Of(snapshot.Server, sight).Select(table => (table, (0, table.Nodes.Length)));
            return Page(snapshot, sight, query, all, cursor.Value.Index);
        }

        return sight.Names(query.Under) && snapshot.Server.Find(query.Under) is { } top && sight.Names(top.Path)
            ? Page(snapshot, sight, query, [(NodeTable.Of(top), NodeTable.Of(top).Range(top))], cursor.Value.Index)
            : access.Unknown(caller, sight, query.Under);
    }

    /// <param name="snapshot">The snapshot.</param>
    /// <param name="sight">What may be seen of it.</param>
    /// <param name="query">The conditions.</param>
    /// <param name="parts">Tables, and from which index to which, that together are the nodes asked for.</param>
    /// <param name="skip">How many matching rows earlier pages had.</param>
    private NodePage Page(
        ConfigurationSnapshot snapshot, Sight sight, NodeQuery query, IEnumerable<(NodeTable Table, (int Start, int End) Range)> parts, int skip)
    {
        var page = new List<NodeRow>();
        var total = 0;
        foreach (var (table, (start, end)) in parts)
        {
            for (var index = start; index < end; index++)
            {
                if (!Matches(sight, table, index, query))
                {
                    continue;
                }

                if (total >= skip && page.Count < query.Limit)
                {
                    page.Add(rows.Of(snapshot.Server, table.Nodes[index], sight));
                }

                total++;
            }
        }

        var next = skip + page.Count;
        return new(snapshot.Revision, page, total, next < total ? new NodeCursor(snapshot.Revision, next).ToString() : null);
    }

    private static bool Matches(Sight sight, NodeTable table, int index, NodeQuery query)
    {
        if (sight.IsWhole)
        {
            return NodeFilter.Matches(table, index, query);
        }

        var path = table.Nodes[index].Path;
        return sight.Names(path) && NodeFilter.Matches(table, index, query, hidden: !sight.Shows(path));
    }
}
