using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Trees;

/// <summary>Who is whose parent, over rows in pre-order, so that a subtree is a contiguous range of row numbers.</summary>
internal sealed class TreeShape
{
    private readonly int[] _parents;
    private readonly int[] _ends;
    private readonly Dictionary<string, int> _numbers;

    private TreeShape(int[] parents, int[] ends, Dictionary<string, int> numbers)
    {
        _parents = parents;
        _ends = ends;
        _numbers = numbers;
    }

    public static TreeShape Read(NodeRow[] rows)
    {
        var parents = new int[rows.Length];
        var ends = new int[rows.Length];
        var numbers = new Dictionary<string, int>(rows.Length, StringComparer.OrdinalIgnoreCase);
        var open = new Stack<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            while (open.TryPeek(out var above) && rows[above].Depth >= rows[i].Depth)
            {
                ends[open.Pop()] = i;
            }

            parents[i] = open.TryPeek(out var parent) ? parent : -1;
            numbers[rows[i].Path] = i;
            open.Push(i);
        }

        foreach (var last in open)
        {
            ends[last] = rows.Length;
        }

        return new(parents, ends, numbers);
    }

    public int Parent(int node) => _parents[node];

    public int End(int node) => _ends[node];

    public int IndexOf(string path) => _numbers.TryGetValue(path, out var node) ? node : -1;
}
