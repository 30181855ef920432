using System.Text.Json;

namespace SessionState.Contracts;

/// <summary>
/// The person on whose behalf the Dashboard or appcmd calls. The Service audits it beside the identity of the calling process,
/// and decides itself what this person may do.
/// </summary>
/// <param name="Issuer">Who vouches for the subject: "local", an identity provider's issuer, or "os" for an operating-system user.</param>
/// <param name="Subject">The stable identifier at that issuer; never an e-mail address that may be given to somebody else.</param>
/// <param name="Name">What people call this person, for display only.</param>
public sealed record ActingUser(string Issuer, string Subject, string Name)
{
    /// <summary>The request header that carries the user: JSON, UTF-8, base64, so that any name survives.</summary>
    public const string HeaderName = "SessionState-Acting-User";

    /// <summary>How long each of the three, a group and the method may be, in characters.</summary>
    public const int MaxLength = 256;

    /// <summary>How many groups may be named.</summary>
    public const int MaxGroups = 100;

    /// <summary>Groups of the same issuer that this person is in, by name; null where the issuer tells of none.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>When this person last proved who they are (UTC); null where that is not known.</summary>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>How: "password", "passkey", "link", the name of an identity provider; null where that is not known.</summary>
    public string? Method { get; init; }

    /// <summary>The same person in the same groups, signed in the same way at the same time.</summary>
    public bool Equals(ActingUser? other) =>
        other is not null
        && (Issuer, Subject, Name, SignedInAt, Method) == (other.Issuer, other.Subject, other.Name, other.SignedInAt, other.Method)
        && (Groups ?? []).SequenceEqual(other.Groups ?? [], StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Issuer, Subject, Name);

    public string ToHeader() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this, ContractJson.Options));

    /// <summary>Null where the header is missing or not what <see cref="ToHeader"/> writes.</summary>
    public static ActingUser? FromHeader(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        try
        {
            var user = JsonSerializer.Deserialize<ActingUser>(Convert.FromBase64String(header), ContractJson.Options);
            return user is { Issuer.Length: > 0 and <= MaxLength, Subject.Length: > 0 and <= MaxLength, Name.Length: > 0 and <= MaxLength }
                && user is { Groups: null or { Count: <= MaxGroups }, Method: null or { Length: <= MaxLength } }
                && user.Groups?.Any(group => group is not { Length: > 0 and <= MaxLength }) is not true
                ? user
                : null;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}
