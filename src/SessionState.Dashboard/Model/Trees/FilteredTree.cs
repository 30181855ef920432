using System.Collections;

namespace SessionState.Dashboard.Model.Trees;

/// <summary>What a filter leaves of a tree: the hits, the way down to them, and what is below a hit of the search.</summary>
internal sealed class FilteredTree
{
    private FilteredTree(int count)
    {
        Shown = new(count);
        OnTheWay = new(count);
    }

    /// <summary>Rows that are in the filtered tree; a shown row's parent is always shown.</summary>
    public BitArray Shown { get; }

    /// <summary>Rows with a hit somewhere below, which therefore start open.</summary>
    public BitArray OnTheWay { get; }

    public int Hits { get; private set; }

    /// <summary>Rows of the unfiltered tree.</summary>
    public int Total { get; private set; }

    public FilterCounts Counts { get; } = new();

    public static FilteredTree Read(ServerTree tree, NodeFilter filter)
    {
        var result = new FilteredTree(tree.Count);
        var foundUntil = 0;
        for (var node = 0; node < tree.Count; node++)
        {
            var row = tree[node];
            if (!filter.Lists(row))
            {
                continue;
            }

            result.Total++;
            if (filter.Finds(row))
            {
                // The server's name says nothing about the sites below it.
                foundUntil = node > 0 && filter.Search.Length > 0 ? Math.Max(foundUntil, tree.End(node)) : foundUntil;
                result.AddFound(tree, filter, node);
            }
            else if (node < foundUntil && filter.Passes(row))
            {
                result.Show(tree, node, opens: false);
            }
        }

        return result;
    }

    private void AddFound(ServerTree tree, NodeFilter filter, int node)
    {
        if (Counts.Add(filter, tree[node]))
        {
            Hits++;
            Show(tree, node, opens: filter.Narrows);
        }
    }

    private void Show(ServerTree tree, int node, bool opens)
    {
        Shown[node] = true;
        for (var above = tree.Parent(node); above >= 0 && (!Shown[above] || (opens && !OnTheWay[above])); above = tree.Parent(above))
        {
            Shown[above] = true;
            OnTheWay[above] |= opens;
        }
    }
}
