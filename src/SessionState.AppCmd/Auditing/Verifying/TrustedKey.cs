namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>Follows the key from the one that is trusted through every change that it vouches for.</summary>
/// <param name="first">The key that is trusted; null where none is known.</param>
internal sealed class TrustedKey(PublicKey? first)
{
    private bool _inForce;

    /// <summary>The key that must sign now.</summary>
    public PublicKey? Current { get; private set; } = first;

    /// <summary>Why a checkpoint is not to be believed; null where it is, or where no key is known at all.</summary>
    public string? Check(SignedNote note)
    {
        var next = note.NextKey is null ? null : PublicKey.Parse(note.NextKey);
        var old = note.OldKey is null ? null : PublicKey.Parse(note.OldKey);
        if (note.NextKey is not null && (next is null || !next.Verifies(note)))
        {
            return $"The change of keys at record {note.Size} is not signed by the new key.";
        }

        if (Current is null)
        {
            return null;
        }

        if (!_inForce && next is not null && !Current.Verifies(note))
        {
            // Before the key that is trusted came: only what it signs counts.
            return null;
        }

        if (!Current.Verifies(note))
        {
            return $"The checkpoint over {note.Size} records is not signed by the key you trust.";
        }

        if (note.Signatures.FirstOrDefault(line => !new[] { Current, old, next }.Any(key => key?.Verifies(note, line) is true)) is { } stray)
        {
            return $"The checkpoint over {note.Size} records has a signature of {stray.Name} that does not fit.";
        }

        if (note.OldKey is not null && !Current.IsSame(next!) && old?.IsSame(Current) is not true)
        {
            return $"The change of keys at record {note.Size} names another key than the one so far.";
        }

        _inForce = true;
        Current = next ?? Current;
        return null;
    }
}
