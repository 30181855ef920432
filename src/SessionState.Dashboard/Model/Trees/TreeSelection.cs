using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Trees;

/// <summary>The nodes that somebody has marked for one change of all of them.</summary>
public sealed class TreeSelection
{
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private string? _anchor;

    public int Count => _paths.Count;

    /// <summary>As many as one change may have.</summary>
    public bool IsTooMany => Count > ChangeRequest.MaxTargets;

    public bool Contains(string path) => _paths.Contains(path);

    public void Clear()
    {
        _paths.Clear();
        _anchor = null;
    }

    /// <summary>Marks a node, or takes its mark away.</summary>
    public void Toggle(string path)
    {
        if (!_paths.Remove(path))
        {
            _paths.Add(path);
        }

        _anchor = path;
    }

    /// <summary>Marks the visible nodes from the last one that was marked up to this one.</summary>
    public void Extend(TreeProjection tree, string path)
    {
        var (from, to) = (RowOf(tree, _anchor ?? path), RowOf(tree, path));
        for (var row = Math.Min(from, to); row <= Math.Max(from, to); row++)
        {
            Add(tree.Tree[tree.Rows[row]]);
        }

        _anchor ??= path;
    }

    /// <summary>Marks everything that the filter finds and that is not there only as the way to it.</summary>
    public void AddHits(TreeProjection tree)
    {
        for (var node = 0; node < tree.Tree.Count; node++)
        {
            if (tree.IsHit(node))
            {
                Add(tree.Tree[node]);
            }
        }
    }

    /// <summary>The marked nodes that are still there, in the order of the tree.</summary>
    public IReadOnlyList<string> Paths(ServerTree tree) => [.. _paths.Select(tree.IndexOf).Where(node => node >= 0).Order().Select(node => tree[node].Path)];

    private void Add(NodeRow row)
    {
        if (!row.IsBare)
        {
            _paths.Add(row.Path);
        }
    }

    private static int RowOf(TreeProjection tree, string path) => Math.Max(0, tree.IndexOf(Math.Max(0, tree.Tree.IndexOf(path))));
}
