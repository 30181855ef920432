using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Trees;

/// <summary>
/// Every node of a server at one revision: immutable, in pre-order, the server first. One instance is shared by everyone who
/// looks at that server; what somebody has opened or filtered is in their <see cref="TreeProjection"/>.
/// </summary>
public sealed class ServerTree
{
    private readonly NodeRow[] _rows;
    private readonly TreeShape _shape;

    private ServerTree(string revision, NodeRow[] rows, TreeShape shape)
    {
        Revision = revision;
        _rows = rows;
        _shape = shape;
    }

    public string Revision { get; }

    public int Count => _rows.Length;

    public NodeRow this[int node] => _rows[node];

    public static ServerTree Create(string revision, IEnumerable<NodeRow> rows)
    {
        NodeRow[] array = [.. rows];
        return new(revision, array, TreeShape.Read(array));
    }

    /// <summary>The parent's number; -1 for the server.</summary>
    public int Parent(int node) => _shape.Parent(node);

    /// <summary>The number after the last node below <paramref name="node"/>: its next sibling, if it has one.</summary>
    public int End(int node) => _shape.End(node);

    /// <summary>The node's number; -1 where there is none.</summary>
    public int IndexOf(string path) => _shape.IndexOf(path);

    /// <summary>True when both trees have the same nodes in the same order, whatever their values.</summary>
    public bool HasShapeOf(ServerTree other) => ReferenceEquals(_shape, other._shape);

    /// <summary>The tree after a change: the server's own row and some sites anew. A site without rows is gone.</summary>
    public ServerTree With(string revision, NodeRow server, IReadOnlyDictionary<string, IReadOnlyList<NodeRow>> sites)
    {
        var parts = new SortedDictionary<string, IReadOnlyList<NodeRow>>(StringComparer.OrdinalIgnoreCase);
        for (var site = 1; site < Count; site = End(site))
        {
            parts[_rows[site].Path] = new ArraySegment<NodeRow>(_rows, site, End(site) - site);
        }

        foreach (var (name, rows) in sites)
        {
            parts[name] = rows;
        }

        NodeRow[] all = [server, .. parts.Values.SelectMany(part => part)];
        return new(revision, all, SamePaths(all) ? _shape : TreeShape.Read(all));
    }

    private bool SamePaths(NodeRow[] rows)
    {
        if (rows.Length != Count)
        {
            return false;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Path != _rows[i].Path || rows[i].Depth != _rows[i].Depth)
            {
                return false;
            }
        }

        return true;
    }
}
