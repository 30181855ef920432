using System.Security.Cryptography;

namespace SessionState.Service.Tests.Audit;

/// <summary>RFC 6962 §2.1 word for word, recursive and slow, to compare with.</summary>
internal static class ReferenceTree
{
    public static byte[] Root(IReadOnlyList<byte[]> leaves) => leaves.Count switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0, .. leaves[0]]),
        _ => Node(Root(Left(leaves)), Root(Right(leaves))),
    };

    /// <summary>PATH(m, D[n]).</summary>
    public static IReadOnlyList<byte[]> Path(int leaf, IReadOnlyList<byte[]> leaves)
    {
        if (leaves.Count == 1)
        {
            return [];
        }

        var split = Left(leaves).Count;
        return leaf < split
            ? [.. Path(leaf, Left(leaves)), Root(Right(leaves))]
            : [.. Path(leaf - split, Right(leaves)), Root(Left(leaves))];
    }

    /// <summary>PROOF(m, D[n]).</summary>
    public static IReadOnlyList<byte[]> Consistency(int earlier, IReadOnlyList<byte[]> leaves) => SubProof(earlier, leaves, true);

    private static IReadOnlyList<byte[]> SubProof(int earlier, IReadOnlyList<byte[]> leaves, bool isWhole)
    {
        if (earlier == leaves.Count)
        {
            return isWhole ? [] : [Root(leaves)];
        }

        var split = Left(leaves).Count;
        return earlier <= split
            ? [.. SubProof(earlier, Left(leaves), isWhole), Root(Right(leaves))]
            : [.. SubProof(earlier - split, Right(leaves), false), Root(Left(leaves))];
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    private static List<byte[]> Left(IReadOnlyList<byte[]> leaves)
    {
        var split = 1;
        while (split * 2 < leaves.Count)
        {
            split *= 2;
        }

        return [.. leaves.Take(split)];
    }

    private static List<byte[]> Right(IReadOnlyList<byte[]> leaves) => [.. leaves.Skip(Left(leaves).Count)];
}
