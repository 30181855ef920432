using SessionState.AppCmd.Auditing.Verifying;
using SessionState.Contracts;

namespace SessionState.AppCmd.Auditing;

/// <summary>Whether a witness believes a checkpoint.</summary>
/// <param name="Believed">What to keep from now on; null where it is refused.</param>
/// <param name="Text">Why, or what was witnessed.</param>
/// <param name="Note">What the person should know besides; null for nothing.</param>
internal sealed record WitnessJudgement(WitnessStore? Believed, string Text, string? Note = null)
{
    /// <param name="newest">What the service gave.</param>
    /// <param name="store">What was believed so far; null the first time.</param>
    /// <param name="key">The key that was brought along; null for none.</param>
    public static WitnessJudgement Of(AuditCheckpoint newest, WitnessStore? store, PublicKey? key)
    {
        if (SignedNote.Parse(newest.Text) is not { } note || newest.Rotations.Select(SignedNote.Parse).ToList() is not { } rotations
            || rotations.Contains(null))
        {
            return new(null, "The service gave no checkpoint that can be read.");
        }

        if (store is not null && note.Size < store.Note.Size)
        {
            return new(null, $"The log was cut off: {store.Note.Size} records were witnessed, now there are {note.Size}.");
        }

        if (store is not null && note.Name != store.Note.Name)
        {
            return new(null, $"This is another log: {store.Note.Name} was witnessed, this is {note.Name}.");
        }

        // The first time, and without a key, the service's own word is taken: the key it began with.
        var first = PublicKey.Parse(rotations.OfType<SignedNote>().FirstOrDefault()?.OldKey ?? newest.Key);
        var trusted = new TrustedKey(key ?? store?.Key ?? first);
        foreach (var step in rotations.OfType<SignedNote>().Where(step => step.Size > (store?.Note.Size ?? 0) && step.Size < note.Size).Append(note))
        {
            if (trusted.Check(step) is { } problem)
            {
                return new(null, problem);
            }
        }

        if (trusted.Current is not { } current || !current.Verifies(note))
        {
            return new(null, "The checkpoint is not signed by the key you trust.");
        }

        return store is not null && !Continues(newest, note, store.Note)
            ? new(null, $"This is another history: the first {store.Note.Size} records are not those that were witnessed.")
            : new(
                new(current.Named(note.Name), note, newest.Text),
                $"{note.Size} records of {note.Name}{(store is null ? "" : $", {note.Size - store.Note.Size} more than before, and nothing before them changed")}.",
                key is null && store is null ? "The key was taken from the service itself. Compare it with what its administrator gave you." : null);
    }

    private static bool Continues(AuditCheckpoint newest, SignedNote note, SignedNote before)
    {
        var proof = (newest.Consistency ?? []).Select(CanonicalBase64.Decode).ToList();
        return !proof.Contains(null) && Merkle.IsConsistent(before.Size, before.Root, note.Size, note.Root, [.. proof.OfType<byte[]>()]);
    }
}
