using Microsoft.EntityFrameworkCore;

namespace SessionState.Service.Audit.Tree;

/// <summary>Stores the roots of subtrees that are not stored yet: the records of a database from before there was a tree.</summary>
internal static class TreeCatchUp
{
    private const long Width = 1L << TreeNode.FirstLevel;

    public static void Run(AuditDbContext context, long size)
    {
        var stored = context.TreeNodes
            .Where(node => node.Level == TreeNode.FirstLevel)
            .Max(node => (long?)node.Position + 1) ?? 0;
        var end = size / Width * Width;
        if (stored * Width >= end)
        {
            return;
        }

        var tree = new AuditTree(context).Frontier(stored * Width);
        var records = context.Records.AsNoTracking()
            .Where(row => row.Sequence > tree.Size && row.Sequence <= end)
            .OrderBy(row => row.Sequence)
            .Select(row => new { row.Sequence, row.Json });
        foreach (var record in records)
        {
            if (record.Sequence != tree.Size + 1)
            {
                throw new MissingRecordException(tree.Size + 1, record.Sequence - 1);
            }

            tree = tree.Append(MerkleHash.Leaf(record.Json), Keep);
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();

        void Keep(TreeNode node)
        {
            if (node.Level >= TreeNode.FirstLevel)
            {
                context.TreeNodes.Add(node);
            }
        }
    }
}
