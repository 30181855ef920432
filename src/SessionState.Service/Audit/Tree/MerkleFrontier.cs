using System.Collections.Immutable;
using System.Numerics;

namespace SessionState.Service.Audit.Tree;

/// <summary>
/// The right edge of a tree: the roots of the complete subtrees that its size consists of, largest first (13 leaves: 8, 4 and 1).
/// It is all that is needed to add a leaf and to know the root, and never more than 63 hashes.
/// </summary>
/// <param name="Size">Number of leaves.</param>
/// <param name="Roots">A root for every bit of the size, the highest bit first.</param>
internal sealed record MerkleFrontier(long Size, ImmutableArray<byte[]> Roots)
{
    public static MerkleFrontier Empty { get; } = new(0, []);

    /// <summary>The root of the whole tree.</summary>
    public byte[] Root() => Roots.IsEmpty
        ? MerkleHash.Empty
        : Roots.Reverse().Aggregate((right, left) => MerkleHash.Node(left, right));

    /// <summary>The tree with one more leaf.</summary>
    /// <param name="leaf">Its hash.</param>
    /// <param name="completed">Is told every subtree that this leaf completes, smallest first; itself not.</param>
    public MerkleFrontier Append(byte[] leaf, Action<TreeNode>? completed = null)
    {
        var (roots, hash) = (Roots.ToBuilder(), leaf);
        for (var level = 1; level <= BitOperations.TrailingZeroCount(Size + 1); level++)
        {
            hash = MerkleHash.Node(roots[^1], hash);
            roots.RemoveAt(roots.Count - 1);
            completed?.Invoke(new() { Level = level, Position = (Size + 1 >> level) - 1, Hash = hash });
        }

        roots.Add(hash);
        return new(Size + 1, roots.DrainToImmutable());
    }
}
