using System.Security.Cryptography;

namespace SessionState.Service.Audit.Tree;

/// <summary>The hashes of RFC 6962 §2.1: a leaf's begins with 0, a node's with 1, so that neither can pass for the other.</summary>
internal static class MerkleHash
{
    private const int Size = SHA256.HashSizeInBytes;
    private const int OnStack = 4_096;

    /// <summary>The root of a tree without leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> record)
    {
        var bytes = record.Length < OnStack ? stackalloc byte[record.Length + 1] : new byte[record.Length + 1];
        bytes[0] = 0;
        record.CopyTo(bytes[1..]);
        return SHA256.HashData(bytes);
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Size)];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Size)..]);
        return SHA256.HashData(bytes);
    }
}
