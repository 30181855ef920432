namespace SessionState.Dashboard.Model.Trees;

/// <summary>What a key did in the tree.</summary>
/// <param name="Active">The active node after it.</param>
/// <param name="RowsChanged">Rows were opened or closed.</param>
/// <param name="Opens">The node's details are asked for.</param>
/// <param name="Enters">The focus should go into the details.</param>
/// <param name="Marks">Where nodes can be marked, the active one's mark changes instead.</param>
public readonly record struct KeyResult(int Active, bool RowsChanged = false, bool Opens = false, bool Enters = false, bool Marks = false);

/// <summary>The keyboard of a tree grid, as the WAI-ARIA authoring practices describe it for rows.</summary>
public sealed class TreeKeys(TypeAhead typeAhead)
{
    public KeyResult Handle(TreeProjection tree, int active, string key, int pageSize)
    {
        var row = Math.Max(0, tree.IndexOf(active));
        active = tree.Rows[row];
        return key switch
        {
            "ArrowDown" => At(tree, row + 1),
            "ArrowUp" => At(tree, row - 1),
            "PageDown" => At(tree, row + pageSize),
            "PageUp" => At(tree, row - pageSize),
            "Home" => At(tree, 0),
            "End" => At(tree, tree.Rows.Count - 1),
            "ArrowRight" => Right(tree, active),
            "ArrowLeft" => Left(tree, active),
            "*" => Changed(tree, active, () => tree.ExpandSiblings(active)),
            "Enter" => new(active, Opens: true, Enters: true),
            " " => new(active, Opens: true, Marks: true),
            { Length: 1 } letter => typeAhead.Find(tree, active, letter) is >= 0 and var found ? new(found) : new(active),
            _ => new(active),
        };
    }

    private static KeyResult At(TreeProjection tree, int row) => new(tree.Rows[Math.Clamp(row, 0, tree.Rows.Count - 1)]);

    private static KeyResult Right(TreeProjection tree, int active)
    {
        if (!tree.HasChildren(active))
        {
            return new(active);
        }

        return tree.IsExpanded(active) ? At(tree, tree.IndexOf(active) + 1) : Changed(tree, active, () => tree.Expand(active));
    }

    private static KeyResult Left(TreeProjection tree, int active)
    {
        if (active > 0 && tree.IsExpanded(active) && tree.HasChildren(active))
        {
            return Changed(tree, active, () => tree.Collapse(active));
        }

        return new(Math.Max(0, tree.Tree.Parent(active)));
    }

    private static KeyResult Changed(TreeProjection tree, int active, Action change)
    {
        var before = tree.Rows.Count;
        change();
        return new(active, RowsChanged: tree.Rows.Count != before);
    }
}
