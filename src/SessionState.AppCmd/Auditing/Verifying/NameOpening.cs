using System.Security.Cryptography;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>What opens a record's commitment to its actor's name: the salt and the name.</summary>
internal sealed record NameOpening(byte[] Salt, byte[] Name)
{
    private const int SaltBytes = 32;

    /// <summary>Null where the text is no such line of a bundle, to the last character.</summary>
    public static NameOpening? Parse(string text) =>
        text.Split(' ') is [var salt, var name]
        && CanonicalBase64.Decode(salt) is { Length: SaltBytes } saltBytes
        && CanonicalBase64.Decode(name) is { } nameBytes
            ? new(saltBytes, nameBytes)
            : null;

    public string Commitment() => Convert.ToHexStringLower(SHA256.HashData([.. Salt, .. Name]));
}
