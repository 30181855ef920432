using System.Security.Cryptography;
using System.Text;

namespace SessionState.Service.Audit.People;

/// <summary>
/// The personal data behind a commitment in records: a row for each person and name. Without it a record says that it was the same
/// person as in others, and not what they were called.
/// </summary>
internal sealed record Person
{
    private const int SaltBytes = 32;
    private const int KeyDigits = 12;
    private const char KeyStart = '~';

    /// <summary>What the records' rows call it: the beginning of <see cref="Who"/>.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of salt and name, in hexadecimal: what the records contain.</summary>
    public required string Who { get; init; }

    public required byte[] Salt { get; init; }

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required string Name { get; init; }

    /// <summary>For searching without regard to case.</summary>
    public required string NameKey { get; init; }

    public static Person Create(string issuer, string subject, string name)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var who = Commitment(salt, name);
        return new()
        {
            Key = KeyOf(who),
            Who = who,
            Salt = salt,
            Issuer = issuer,
            Subject = subject,
            Name = name,
            NameKey = AuditRow.Key(name),
        };
    }

    public static string Commitment(byte[] salt, string name) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(name)]));

    public static string KeyOf(string who) => KeyStart + who[..Math.Min(KeyDigits, who.Length)];

    public static bool IsKey(string who) => who.Length == KeyDigits + 1 && who[0] == KeyStart;

    /// <summary>What lists show once the name is erased: the same for every record of that person and name.</summary>
    public static string Pseudonym(string key) => $"(erased {key[1..]})";
}
