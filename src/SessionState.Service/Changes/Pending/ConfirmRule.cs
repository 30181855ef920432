using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Changes.Pending;

/// <summary>Which changes somebody must confirm after they were made, because a mistake in them is felt by the whole server.</summary>
internal sealed class ConfirmRule(ServiceOptions options, TimeProvider time)
{
    /// <summary>How long such a change stands unconfirmed; null where this one stands at once.</summary>
    public TimeSpan? TimeFor(ChangeRequest change) =>
        options.ConfirmTime > TimeSpan.Zero
        && change.Targets.Any(target => target.Path.Length == 0)
        && change.Targets.All(target => target.Action != ChangeAction.Repair)
            ? options.ConfirmTime
            : null;

    public int? SecondsFor(ChangeRequest change) => (int?)TimeFor(change)?.TotalSeconds;

    /// <summary>When the order is taken back unless somebody confirms it; null where it stands. What takes a change back stands.</summary>
    public DateTimeOffset? DeadlineOf(Caller caller, ChangeOrder order) =>
        caller.IsService || order.Undone is not null || TimeFor(order.Change) is not { } granted ? null : time.GetUtcNow() + granted;
}
