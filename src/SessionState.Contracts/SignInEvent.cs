namespace SessionState.Contracts;

/// <summary>What happened at the Dashboard's door.</summary>
public enum SignInKind
{
    SignedIn,
    SignedOut,

    /// <summary>Somebody tried and was not let in. Who it was is what they claimed to be.</summary>
    Failed,
}

/// <summary>A sign-in, sign-out or failure, for the audit.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Method">How: "password", "passkey", "link", the name of an identity provider. 1 to 100 characters.</param>
public sealed record SignInEvent(SignInKind Kind, string Method)
{
    /// <summary>How long the method may be, in characters.</summary>
    public const int MaxMethodLength = 100;

    /// <summary>When it happened, where the Dashboard could not tell at once; null: now.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>Something that was recorded.</summary>
/// <param name="Sequence">Its audit record.</param>
public sealed record AuditRecorded(long Sequence);
