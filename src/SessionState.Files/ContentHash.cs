using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SessionState.Files;

/// <summary>A SHA-256 as a value. Hashes can be summed up, so that a set of files has a hash that one changed file updates.</summary>
internal readonly record struct ContentHash(ulong A, ulong B, ulong C, ulong D)
{
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<ulong> parts = stackalloc ulong[4];
        SHA256.HashData(bytes, MemoryMarshal.AsBytes(parts));
        return new(parts[0], parts[1], parts[2], parts[3]);
    }

    /// <summary>The hash of 64 hexadecimal digits.</summary>
    public static ContentHash Parse(string hexadecimal)
    {
        Span<ulong> parts = stackalloc ulong[4];
        _ = Convert.FromHexString(hexadecimal, MemoryMarshal.AsBytes(parts), out _, out _);
        return new(parts[0], parts[1], parts[2], parts[3]);
    }

    /// <summary>The hash of a file in a set: of its path and its content (null: it cannot be read).</summary>
    public static ContentHash OfFile(string path, ContentHash? content)
    {
        var length = Encoding.UTF8.GetMaxByteCount(path.Length) + 32;
        var bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        content.GetValueOrDefault().CopyTo(bytes);
        return Of(bytes[..(32 + Encoding.UTF8.GetBytes(path, bytes[32..]))]);
    }

    /// <summary>
    /// The hash of a folder in a set: of its path alone. There are many and nothing of them is trusted, so a cheap hash (FNV-1a) will do.
    /// </summary>
    public static ContentHash OfFolder(string path)
    {
        var hash = 14695981039346656037;
        foreach (var character in path)
        {
            hash = (hash ^ character) * 1099511628211;
        }

        return new(hash, 1, 0, 0);
    }

    /// <summary>The sum, part by part; any order gives the same.</summary>
    public ContentHash Plus(ContentHash other) => new(A + other.A, B + other.B, C + other.C, D + other.D);

    public ContentHash Minus(ContentHash other) => new(A - other.A, B - other.B, C - other.C, D - other.D);

    /// <summary>32 hexadecimal digits that do not give the sum away.</summary>
    public string ToRevision()
    {
        Span<byte> bytes = stackalloc byte[32];
        CopyTo(bytes);
        return Of(bytes).ToString()[..32];
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[32];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private void CopyTo(Span<byte> bytes)
    {
        var parts = MemoryMarshal.Cast<byte, ulong>(bytes);
        (parts[0], parts[1], parts[2], parts[3]) = (A, B, C, D);
    }
}
