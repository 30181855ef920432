using SessionState.Contracts;
using SessionState.Files;

namespace SessionState.Service.Nodes;

/// <summary>Pages of the tree: filters run over every node of the snapshot, rows are made for the page only.</summary>
internal sealed class NodeList(ConfigurationSet files, NodeRows rows)
{
    public const int MaxLimit = 20_000;

    public ServiceResult<NodePage> List(NodeQuery query)
    {
        if (Check(query) is { } problem)
        {
            return problem;
        }

        var snapshot = files.Current;
        var cursor = query.Cursor is { } text ? NodeCursor.Parse(text) : new(snapshot.Revision, 0);
        if (cursor?.Revision != snapshot.Revision)
        {
            return NodeProblems.StaleCursor;
        }

        return snapshot.Server.Find(query.Under ?? "") is { } top
            ? Page(snapshot, query, NodeTable.Of(snapshot.Server).Range(top), cursor.Value.Index)
            : NodeProblems.Unknown(query.Under!);
    }

    private NodePage Page(ConfigurationSnapshot snapshot, NodeQuery query, (int Start, int End) range, int from)
    {
        var table = NodeTable.Of(snapshot.Server);
        var page = new List<NodeRow>();
        var total = 0;
        int? next = null;
        for (var index = range.Start; index < range.End; index++)
        {
            if (!NodeFilter.Matches(table, index, query))
            {
                continue;
            }

            total++;
            if (index < from)
            {
                continue;
            }

            if (page.Count < query.Limit)
            {
                page.Add(rows.Of(table, table.Nodes[index]));
            }
            else
            {
                next ??= index;
            }
        }

        return new(snapshot.Revision, page, total, next is { } begin ? new NodeCursor(snapshot.Revision, begin).ToString() : null);
    }

    private static Problem? Check(NodeQuery query) =>
        query.Limit is >= 1 and <= MaxLimit ? null : Problems.Invalid("limit", $"A page has 1 to {MaxLimit} rows, not {query.Limit}.");
}
