using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Model.Compare;

/// <summary>What stands at the same place below two nodes.</summary>
/// <param name="Name">The path below each of them.</param>
/// <param name="A">The row below the first; null where there is none.</param>
/// <param name="B">The row below the second; null where there is none.</param>
public sealed record ComparedNode(string Name, NodeRow? A, NodeRow? B)
{
    public bool Differs => A is null || B is null || A.AspSession != B.AspSession || A.AspNetMode != B.AspNetMode;

    /// <summary>Applications, virtual directories and configured folders below both, by name.</summary>
    public static IReadOnlyList<ComparedNode> Read(ServerTree tree, string a, string b)
    {
        var (ofA, ofB) = (Below(tree, a), Below(tree, b));
        return
        [
            .. ofA.Keys.Union(ofB.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
                .Select(name => new ComparedNode(name, ofA.GetValueOrDefault(name), ofB.GetValueOrDefault(name))),
        ];
    }

    private static Dictionary<string, NodeRow> Below(ServerTree tree, string path)
    {
        var rows = new Dictionary<string, NodeRow>(StringComparer.OrdinalIgnoreCase);
        if (tree.IndexOf(path) is >= 0 and var top)
        {
            for (var node = top + 1; node < tree.End(top); node++)
            {
                if (tree[node] is { Configured: true, IsBare: false } row)
                {
                    rows[row.Path[(path.Length == 0 ? 0 : path.Length + 1)..]] = row;
                }
            }
        }

        return rows;
    }
}
