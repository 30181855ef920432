using System.Security.Cryptography;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>RFC 6962 for those who verify. Nothing here is the Service's: what wrote a log must not be what believes it.</summary>
internal sealed class Merkle
{
    private readonly List<(int Level, byte[] Hash)> _peaks = [];

    /// <summary>Leaves so far.</summary>
    public long Size { get; private set; }

    public static byte[] LeafHash(ReadOnlySpan<byte> leaf) => SHA256.HashData([0, .. leaf]);

    public static byte[] NodeHash(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    /// <summary>Adds a complete subtree of 2^level leaves. False where no such subtree can begin here.</summary>
    public bool TryAdd(int level, byte[] hash)
    {
        if (level is < 0 or > 60 || Size % (1L << level) != 0)
        {
            return false;
        }

        Size += 1L << level;
        for (; _peaks.Count > 0 && _peaks[^1].Level == level; level++)
        {
            hash = NodeHash(_peaks[^1].Hash, hash);
            _peaks.RemoveAt(_peaks.Count - 1);
        }

        _peaks.Add((level, hash));
        return true;
    }

    public byte[] Root()
    {
        if (_peaks.Count == 0)
        {
            return SHA256.HashData([]);
        }

        var root = _peaks[^1].Hash;
        for (var i = _peaks.Count - 2; i >= 0; i--)
        {
            root = NodeHash(_peaks[i].Hash, root);
        }

        return root;
    }

    /// <summary>Whether a log of one size and root continues a smaller one (RFC 9162 §2.1.4.2).</summary>
    public static bool IsConsistent(long first, byte[] firstRoot, long second, byte[] secondRoot, IReadOnlyList<byte[]> proof)
    {
        if (first < 1 || first > second)
        {
            return false;
        }

        if (first == second)
        {
            return proof.Count == 0 && firstRoot.AsSpan().SequenceEqual(secondRoot);
        }

        var path = long.IsPow2(first) ? [firstRoot, .. proof] : proof;
        if (path.Count == 0)
        {
            return false;
        }

        var (left, right) = (first - 1, second - 1);
        Shift(while1: true);
        var (was, now) = (path[0], path[0]);
        foreach (var hash in path.Skip(1))
        {
            if (right == 0)
            {
                return false;
            }

            if ((left & 1) == 1 || left == right)
            {
                (was, now) = (NodeHash(hash, was), NodeHash(hash, now));
                Shift(while1: false);
            }
            else
            {
                now = NodeHash(now, hash);
            }

            (left, right) = (left >> 1, right >> 1);
        }

        return right == 0 && was.AsSpan().SequenceEqual(firstRoot) && now.AsSpan().SequenceEqual(secondRoot);

        void Shift(bool while1)
        {
            while (while1 ? (left & 1) == 1 : (left & 1) == 0 && left != 0)
            {
                (left, right) = (left >> 1, right >> 1);
            }
        }
    }
}
