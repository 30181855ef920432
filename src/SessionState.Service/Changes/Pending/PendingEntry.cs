using SessionState.Contracts;

namespace SessionState.Service.Changes.Pending;

/// <summary>A change that waits for a confirmation or for its end.</summary>
/// <param name="Change">What everybody may know of it.</param>
/// <param name="ConfirmBefore">
/// When the time for the confirmation is over, as a timestamp of the clock: it goes on evenly when somebody sets the time of day.
/// </param>
internal sealed record PendingEntry(PendingChange Change, long? ConfirmBefore)
{
    /// <summary>When it is tried again after it failed; null where it did not.</summary>
    public long? RetryAt { get; init; }

    public int Failures { get; init; }

    /// <summary>Its next moment: when it must be confirmed, else its end.</summary>
    public DateTimeOffset DueAt => Change.ConfirmBy ?? Change.Until ?? DateTimeOffset.MaxValue;
}
