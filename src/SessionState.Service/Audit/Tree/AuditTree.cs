using System.Collections.Immutable;
using System.Numerics;
using Microsoft.EntityFrameworkCore;

namespace SessionState.Service.Audit.Tree;

/// <summary>
/// The RFC 6962 tree over the stored bytes of the records, read from the database: record n is leaf n - 1. Its roots of large subtrees
/// are stored, so every answer reads at most a few hundred records, however many there are.
/// </summary>
/// <exception cref="MissingRecordException">From every method, where a record that belongs to the tree is not there.</exception>
internal sealed class AuditTree(AuditDbContext context)
{
    /// <summary>The right edge of the first <paramref name="size"/> records.</summary>
    public MerkleFrontier Frontier(long size)
    {
        var roots = ImmutableArray.CreateBuilder<byte[]>();
        foreach (var (level, position) in Blocks(0, size))
        {
            roots.Add(Root(level, position));
        }

        return new(size, roots.DrainToImmutable());
    }

    /// <summary>The root of the first <paramref name="size"/> records.</summary>
    public byte[] Root(long size) => Frontier(size).Root();

    /// <summary>The root of one complete subtree.</summary>
    public byte[] Root(int level, long position)
    {
        if (level < TreeNode.FirstLevel)
        {
            return LeafFrontier(position << level, 1L << level).Root();
        }

        return context.TreeNodes.AsNoTracking().FirstOrDefault(node => node.Level == level && node.Position == position)?.Hash
            ?? (level == TreeNode.FirstLevel
                ? LeafFrontier(position << level, 1L << level).Root()
                : MerkleHash.Node(Root(level - 1, 2 * position), Root(level - 1, (2 * position) + 1)));
    }

    /// <summary>The path from a record to the root of the first <paramref name="size"/> records (RFC 6962 §2.1.1).</summary>
    /// <param name="sequence">The record, 1 to <paramref name="size"/>.</param>
    /// <param name="size">The tree.</param>
    public IReadOnlyList<byte[]> Inclusion(long sequence, long size) => Path(sequence - 1, 0, size);

    /// <summary>What shows that the first <paramref name="size"/> records begin with the first <paramref name="earlier"/> (RFC 6962 §2.1.2).</summary>
    /// <param name="earlier">The smaller tree, at least 1.</param>
    /// <param name="size">The tree, at least as large.</param>
    public IReadOnlyList<byte[]> Consistency(long earlier, long size) => earlier == size ? [] : SubProof(earlier, 0, size, true);

    /// <summary>The complete, aligned subtrees that leaves first … end - 1 consist of, from left to right.</summary>
    public static IEnumerable<(int Level, long Position)> Blocks(long first, long end)
    {
        while (first < end)
        {
            var level = Math.Min(first == 0 ? 62 : BitOperations.TrailingZeroCount(first), BitOperations.Log2((ulong)(end - first)));
            yield return (level, first >> level);
            first += 1L << level;
        }
    }

    private List<byte[]> Path(long leaf, long first, long end)
    {
        if (end - first == 1)
        {
            return [];
        }

        var middle = first + Split(end - first);
        return leaf < middle
            ? [.. Path(leaf, first, middle), Range(middle, end)]
            : [.. Path(leaf, middle, end), Range(first, middle)];
    }

    private List<byte[]> SubProof(long earlier, long first, long end, bool isWhole)
    {
        if (earlier == end - first)
        {
            return isWhole ? [] : [Range(first, end)];
        }

        var split = Split(end - first);
        return earlier <= split
            ? [.. SubProof(earlier, first, first + split, isWhole), Range(first + split, end)]
            : [.. SubProof(earlier - split, first + split, end, false), Range(first, first + split)];
    }

    // Leaves from a multiple of a power of two on that is no smaller than their number.
    private byte[] Range(long first, long end) => Blocks(first, end)
        .Select(block => Root(block.Level, block.Position))
        .Reverse()
        .Aggregate((right, left) => MerkleHash.Node(left, right));

    // The largest power of two below a number.
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));

    private MerkleFrontier LeafFrontier(long first, long count)
    {
        // What is archived comes first, because the oldest records are.
        var tree = MerkleFrontier.Empty;
        foreach (var hash in context.Leaves.AsNoTracking()
            .Where(leaf => leaf.Sequence > first && leaf.Sequence <= first + count)
            .OrderBy(leaf => leaf.Sequence)
            .Select(leaf => leaf.Hash))
        {
            tree = tree.Append(hash);
        }

        var records = context.Records.AsNoTracking()
            .Where(row => row.Sequence > first && row.Sequence <= first + count)
            .OrderBy(row => row.Sequence)
            .Select(row => row.Json);
        foreach (var json in records)
        {
            tree = tree.Append(MerkleHash.Leaf(json));
        }

        return tree.Size == count ? tree : throw new MissingRecordException(first + 1, first + count);
    }
}
