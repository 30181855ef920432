using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Components.Tree;

/// <summary>
/// All that one drawn row shows of the projection, read at once: the list draws its rows again at moments of its own choosing,
/// when the projection may have moved on and its row numbers mean something else.
/// </summary>
public sealed record TreeLine(int Node, NodeRow Row, int RowIndex, (int Position, int Count) Place, bool Expandable, bool Expanded)
{
    public static TreeLine Read(TreeProjection projection, int row)
    {
        var node = projection.Rows[row];
        return new(node, projection.Tree[node], row + 2, projection.Place(node), projection.HasChildren(node), projection.IsExpanded(node));
    }
}
