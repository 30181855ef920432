using System.Collections;

namespace SessionState.Dashboard.Model.Trees;

/// <summary>
/// What one person sees of a <see cref="ServerTree"/>: which nodes are open, what the filter leaves, and the rows that follow.
/// Small, because there is one in every open browser window: two bits a node and the visible row numbers.
/// </summary>
public sealed class TreeProjection
{
    /// <summary>Instead of paths: every node is open.</summary>
    public const string Everything = "*";

    private readonly List<int> _rows = [];
    private BitArray _open;
    private BitArray _filteredOpen;
    private FilteredTree _filtered;

    public TreeProjection(ServerTree tree, NodeFilter filter)
    {
        Tree = tree;
        Filter = filter;
        _open = new(tree.Count);
        _filtered = FilteredTree.Read(tree, filter);
        _filteredOpen = new(_filtered.OnTheWay);
        Rebuild();
    }

    public ServerTree Tree { get; private set; }

    public NodeFilter Filter { get; private set; }

    /// <summary>The visible rows, ascending: numbers of nodes in <see cref="Tree"/>.</summary>
    public IReadOnlyList<int> Rows => _rows;

    public int Hits => _filtered.Hits;

    public int Total => _filtered.Total;

    public FilterCounts Counts => _filtered.Counts;

    // A filter opens the way to its hits; what was open before waits until the filter is gone.
    private BitArray Open => Filter.Narrows ? _filteredOpen : _open;

    /// <summary>The row of a node; negative where it is not visible.</summary>
    public int IndexOf(int node) => _rows.BinarySearch(node);

    /// <summary>Whether the filter means this very node, which is not there only as the way to one, or below one, that it means.</summary>
    public bool IsHit(int node) => Filter.Lists(Tree[node]) && Filter.Finds(Tree[node]) && Filter.Passes(Tree[node]);

    /// <summary>The server's node is pinned and always open.</summary>
    public bool IsExpanded(int node) => node == 0 || Open[node];

    public bool HasChildren(int node) => FirstChild(node) >= 0;

    /// <summary>The node's place among its visible siblings, from 1, and how many they are.</summary>
    public (int Position, int Count) Place(int node)
    {
        var parent = Tree.Parent(node);
        if (parent < 0)
        {
            return (1, 1);
        }

        var (position, count) = (0, 0);
        for (var sibling = parent + 1; sibling < Tree.End(parent); sibling = Tree.End(sibling))
        {
            count += _filtered.Shown[sibling] ? 1 : 0;
            position = sibling == node ? count : position;
        }

        return (position, count);
    }

    public void Toggle(int node) => Set(node, !IsExpanded(node));

    public void Expand(int node) => Set(node, true);

    public void Collapse(int node) => Set(node, false);

    public void ExpandAll()
    {
        Open.SetAll(true);
        Rebuild();
    }

    public void CollapseAll()
    {
        Open.SetAll(false);
        Rebuild();
    }

    public void ExpandSiblings(int node)
    {
        var parent = Math.Max(0, Tree.Parent(node));
        for (var sibling = parent + 1; sibling < Tree.End(parent); sibling = Tree.End(sibling))
        {
            Open[sibling] = true;
        }

        Rebuild();
    }

    /// <summary>Opens the way to a node. False where the filter hides it.</summary>
    public bool Reveal(int node)
    {
        if (!_filtered.Shown[node])
        {
            return false;
        }

        for (var above = Tree.Parent(node); above > 0; above = Tree.Parent(above))
        {
            Open[above] = true;
        }

        Rebuild();
        return true;
    }

    /// <summary>Paths of the nodes that somebody opened, without regard to the filter.</summary>
    public IEnumerable<string> OpenPaths() =>
        Enumerable.Range(1, Math.Max(0, Tree.Count - 1)).Where(node => _open[node] && HasChildren(node)).Select(node => Tree[node].Path);

    public void OpenOnly(IReadOnlyCollection<string> paths)
    {
        _open.SetAll(paths.Contains(Everything));
        foreach (var node in paths.Select(Tree.IndexOf).Where(node => node > 0))
        {
            _open[node] = true;
        }

        Rebuild();
    }

    public void Apply(NodeFilter filter)
    {
        Filter = filter;
        _filtered = FilteredTree.Read(Tree, filter);
        _filteredOpen = new(_filtered.OnTheWay);
        Rebuild();
    }

    /// <summary>Goes on with the tree after a change; what is open stays open.</summary>
    public void Replace(ServerTree tree)
    {
        if (!tree.HasShapeOf(Tree))
        {
            _open = Carry(_open, tree);
            _filteredOpen = Carry(_filteredOpen, tree);
        }

        Tree = tree;
        _filtered = FilteredTree.Read(tree, Filter);
        Rebuild();
    }

    private BitArray Carry(BitArray open, ServerTree tree)
    {
        var carried = new BitArray(tree.Count);
        for (var node = 0; node < open.Length; node++)
        {
            if (open[node] && tree.IndexOf(Tree[node].Path) is >= 0 and var there)
            {
                carried[there] = true;
            }
        }

        return carried;
    }

    private void Set(int node, bool open)
    {
        if (node > 0 && Open[node] != open)
        {
            Open[node] = open;
            Rebuild();
        }
    }

    private int FirstChild(int node)
    {
        for (var child = node + 1; child < Tree.End(node); child = Tree.End(child))
        {
            if (_filtered.Shown[child])
            {
                return child;
            }
        }

        return -1;
    }

    // One pass over what is visible: a closed or hidden node is stepped over with everything below it.
    private void Rebuild()
    {
        _rows.Clear();
        for (var node = 0; node < Tree.Count;)
        {
            var shown = _filtered.Shown[node] || node == 0;
            if (shown)
            {
                _rows.Add(node);
            }

            node = shown && IsExpanded(node) ? node + 1 : Tree.End(node);
        }
    }
}
