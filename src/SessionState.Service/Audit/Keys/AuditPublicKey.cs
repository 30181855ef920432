using System.Security.Cryptography;
using System.Text;

namespace SessionState.Service.Audit.Keys;

/// <summary>A key that can only verify, from the one line that <see cref="AuditKey.Verifier"/> writes.</summary>
internal sealed class AuditPublicKey(string line, byte[] publicKey)
{
    private const int IdLength = 4;

    public static AuditPublicKey? Parse(string? line)
    {
        var bytes = new byte[line?.Length ?? 0];
        return line?.Split('+', 3) is [_, _, var key] && Convert.TryFromBase64String(key, bytes, out var length) && length > 1
            ? new(line, bytes[1..length])
            : null;
    }

    public bool Verifies(string note, string name)
    {
        var end = note.IndexOf("\n\n", StringComparison.Ordinal);
        return end > 0
            && line.StartsWith(name + "+", StringComparison.Ordinal)
            && note[(end + 2)..].Split('\n').Any(signature => Verifies(note[..(end + 1)], signature, $"— {name} "));
    }

    private bool Verifies(string text, string signature, string start)
    {
        var bytes = new byte[signature.Length];
        if (!signature.StartsWith(start, StringComparison.Ordinal)
            || !Convert.TryFromBase64String(signature[start.Length..], bytes, out var length)
            || !bytes.AsSpan().StartsWith(SHA256.HashData(publicKey).AsSpan(0, IdLength)))
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyData(
                Encoding.UTF8.GetBytes(text), bytes.AsSpan(IdLength, length - IdLength), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
