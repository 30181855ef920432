using CsCheck;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

/// <summary>The fast projection against the slow one that anybody can check: walk the whole tree and look.</summary>
public sealed class TreeProjectionProperties
{
    private static readonly Gen<NodeRow[]> Trees =
        from depths in Gen.Int[1, 4].Array[0, 40]
        from values in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 4], Gen.Char['a', 'd']).Array[depths.Length]
        select Build(depths, values);

    private static readonly Gen<NodeFilter> Filters =
        from search in OneOf("", "a", "b", "ab", "/c")
        from asp in OneOf<AspState?>(null, null, AspState.On, AspState.Off, AspState.Error)
        from source in OneOf<ValueSource?>(null, null, null, ValueSource.SetHere)
        from locked in OneOf<bool?>(null, null, true, false)
        from problems in OneOf(false, false, true)
        from folders in Gen.Bool
        select new NodeFilter { Search = search, Asp = asp, Source = source, Locked = locked, Problems = problems, AllFolders = folders };

    [Fact]
    public void Rows_AfterAnyClicks_EqualAFullWalk() =>
        Gen.Select(Trees, Filters, Gen.Int[0, 60].Array[0, 30]).Sample((rows, filter, clicks) =>
        {
            var tree = ServerTree.Create("r0", rows);
            var projection = new TreeProjection(tree, filter);
            foreach (var click in clicks)
            {
                Click(projection, click);
            }

            return projection.Rows.SequenceEqual(Walk(tree, projection, filter));
        });

    [Fact]
    public void Hits_AndCounts_EqualCountingOneByOne() =>
        Gen.Select(Trees, Filters).Sample((rows, filter) =>
        {
            var projection = new TreeProjection(ServerTree.Create("r0", rows), filter);
            return projection.Hits == Count(rows, filter)
                && Enum.GetValues<AspState>().All(state => projection.Counts.Of(state) == Count(rows, filter with { Asp = state }))
                && Enum.GetValues<ValueSource>().All(source => projection.Counts.Of(source) == Count(rows, filter with { Source = source }))
                && projection.Counts.Locked == Count(rows, filter with { Locked = true })
                && projection.Counts.Open == Count(rows, filter with { Locked = false })
                && projection.Counts.Problems == Count(rows, filter with { Problems = true });
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static void Click(TreeProjection projection, int click)
    {
        switch (click)
        {
            case 60: projection.ExpandAll(); break;
            case 59: projection.CollapseAll(); break;
            case 58: projection.ExpandSiblings(projection.Rows[^1]); break;
            default: projection.Toggle(projection.Rows[click % projection.Rows.Count]); break;
        }
    }

    private static int Count(NodeRow[] rows, NodeFilter filter) => rows.Count(row => filter.Lists(row) && filter.Finds(row) && filter.Passes(row));

    // A row is visible when every ancestor is open and it is a hit, is below a hit of the search, or has such a row below it.
    private static IEnumerable<int> Walk(ServerTree tree, TreeProjection projection, NodeFilter filter) =>
        Enumerable.Range(0, tree.Count).Where(node => node == 0
            || (Above(tree, node).All(projection.IsExpanded) && Below(tree, node).Any(below => IsKept(tree, filter, below))));

    private static bool IsKept(ServerTree tree, NodeFilter filter, int node) =>
        filter.Lists(tree[node]) && filter.Passes(tree[node])
        && (filter.Finds(tree[node]) || Above(tree, node).Any(above => above > 0 && filter.Lists(tree[above]) && filter.Finds(tree[above])));

    private static IEnumerable<int> Above(ServerTree tree, int node)
    {
        for (var above = tree.Parent(node); above >= 0; above = tree.Parent(above))
        {
            yield return above;
        }
    }

    private static IEnumerable<int> Below(ServerTree tree, int node) => Enumerable.Range(node, tree.End(node) - node);

    private static NodeRow[] Build(int[] depths, (int Asp, int Source, bool Locked, int Errors, char Name)[] values)
    {
        var rows = new List<NodeRow> { Rows.Create("") };
        for (var i = 0; i < depths.Length; i++)
        {
            // No deeper than one below the row before, as in every pre-order.
            var depth = Math.Min(depths[i], rows[^1].Depth + 1);
            var parent = rows.Last(row => row.Depth == depth - 1);
            var (asp, source, locked, errors, name) = values[i];
            var path = $"{(depth == 1 ? "" : parent.Path + "/")}{name}{i}";
            rows.Add(Rows.Create(
                path, detail: $"{(char)(name + 1)}", asp: asp switch { 0 => null, 1 => true, _ => false }, (ValueSource)source, locked,
                errors: errors == 0 ? 1 : 0, configured: !parent.Configured ? false : errors != 1));
        }

        return [.. rows];
    }
}
