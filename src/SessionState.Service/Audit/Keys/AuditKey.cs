using System.Security.Cryptography;

namespace SessionState.Service.Audit.Keys;

/// <summary>The key that signs checkpoints: ECDSA on the curve P-256 with SHA-256, in the forms of C2SP signed-note.</summary>
internal sealed class AuditKey(ECDsa key) : IDisposable
{
    /// <summary>C2SP's number for ECDSA; another algorithm would have another.</summary>
    private const byte SignatureType = 2;
    private const int IdLength = 4;

    private readonly byte[] _publicKey = key.ExportSubjectPublicKeyInfo();

    /// <summary>For people and OpenSSL.</summary>
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    private byte[] Id => SHA256.HashData(_publicKey)[..IdLength];

    public static AuditKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The public key in one line, as tools for signed notes take it: name, id and key.</summary>
    public string Verifier(string name) =>
        $"{name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([SignatureType, .. _publicKey])}";

    /// <summary>The line that signs a note's text.</summary>
    public string SignatureLine(string name, ReadOnlySpan<byte> text)
    {
        var signature = key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return $"— {name} {Convert.ToBase64String([.. Id, .. signature])}\n";
    }

    /// <summary>Whether a note has a signature line that begins as one of this key's does.</summary>
    public bool HasSigned(string note, string name) => note.Split('\n').Any(line =>
        line.StartsWith($"— {name} ", StringComparison.Ordinal)
        && Convert.TryFromBase64String(line[(name.Length + 3)..], new byte[line.Length], out _)
        && Convert.FromBase64String(line[(name.Length + 3)..]).AsSpan().StartsWith(Id));

    public string PrivatePem() => key.ExportPkcs8PrivateKeyPem();

    public void Dispose() => key.Dispose();
}
