using System.Security.Cryptography;
using System.Text;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>A public key as C2SP's signed-note writes it in one line, "name+id+key": ECDSA P-256.</summary>
/// <param name="Line">The line.</param>
/// <param name="Name">The log's name; null where the key came without one, as PEM.</param>
/// <param name="Spki">The key itself.</param>
internal sealed record PublicKey(string Line, string? Name, byte[] Spki)
{
    private const byte Ecdsa = 2;
    private const int IdLength = 4;

    private byte[] Id => SHA256.HashData(Spki)[..IdLength];

    /// <summary>Null where it is no such line, to the last character.</summary>
    public static PublicKey? Parse(string line)
    {
        if (line.Split('+', 3) is not [{ Length: > 0 } name, var id, var text] || CanonicalBase64.Decode(text) is not [Ecdsa, .. var spki])
        {
            return null;
        }

        var key = new PublicKey(line, name, spki);
        return id == Convert.ToHexStringLower(key.Id) ? key : null;
    }

    /// <summary>From a PEM "PUBLIC KEY"; null where it is none.</summary>
    public static PublicKey? ParsePem(string pem)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            return new(pem.Trim(), null, key.ExportSubjectPublicKeyInfo());
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The same key as a line, under the name of a log.</summary>
    public PublicKey Named(string name) => Name is not null
        ? this
        : new($"{name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([Ecdsa, .. Spki])}", name, Spki);

    public bool IsSame(PublicKey other) => Spki.AsSpan().SequenceEqual(other.Spki) && (Name is null || other.Name is null || Name == other.Name);

    public bool Verifies(SignedNote note) => note.Signatures.Any(line => Verifies(note, line));

    public bool Verifies(SignedNote note, NoteSignature line)
    {
        if (line.Name != (Name ?? note.Name) || !line.Bytes.AsSpan().StartsWith(Id))
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Spki, out _);
            return key.VerifyData(
                Encoding.UTF8.GetBytes(note.Text), line.Bytes.AsSpan(IdLength), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
