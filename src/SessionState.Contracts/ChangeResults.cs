namespace SessionState.Contracts;

/// <summary>Apply a previewed change.</summary>
/// <param name="ChangeId">Chosen by the caller. The same id again gives the same answer and no second change.</param>
/// <param name="Change">The previewed request, <see cref="ChangePreview.Request"/>.</param>
/// <param name="PlanDigest">The preview's digest. Another plan now: <c>stale</c>.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Ticket">Ticket number, up to 100 characters; null for none.</param>
public sealed record ApplyChangeRequest(
    Guid ChangeId, ChangeRequest Change, string PlanDigest, string Reason, string? Ticket)
{
    public const int MaxReasonLength = 500;
    public const int MaxTicketLength = 100;

    /// <summary>
    /// When the change is to be taken back, a minute to a year from now; null: never. What somebody changes meanwhile stays as it is.
    /// </summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Make it at once although it takes a second person: an emergency, of which everybody hears.</summary>
    public bool BreakGlass { get; init; }
}

/// <summary>Take an applied change back, as previewed with <see cref="ServiceRoutes.PreviewUndo"/>.</summary>
/// <param name="ChangeId">Of the undo itself, which is a change of its own; chosen by the caller.</param>
/// <param name="PlanDigest">The preview's digest. Another plan now: <c>stale</c>.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Ticket">Ticket number, up to 100 characters; null for none.</param>
public sealed record UndoChangeRequest(Guid ChangeId, string PlanDigest, string Reason, string? Ticket)
{
    /// <inheritdoc cref="ApplyChangeRequest.BreakGlass"/>
    public bool BreakGlass { get; init; }
}

/// <summary>An applied change.</summary>
/// <param name="ChangeId">Its id.</param>
/// <param name="Revision">The revision after it.</param>
/// <param name="AuditSequence">The outcome's audit record.</param>
/// <param name="Summary">What was done.</param>
/// <param name="EffectCount">Number of nodes whose effective value changed.</param>
public sealed record ChangeResult(Guid ChangeId, string Revision, long AuditSequence, string Summary, int EffectCount)
{
    /// <summary>When it is taken back unless somebody confirms it; null where it stands.</summary>
    public DateTimeOffset? ConfirmBy { get; init; }

    /// <summary>When it is taken back in any case; null: never.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>A change that is not for good yet, or that ends by itself.</summary>
/// <param name="ChangeId">Its id.</param>
/// <param name="Summary">What was done, in one phrase.</param>
/// <param name="Path">The node; of a change of several targets the first one's.</param>
/// <param name="TargetCount">How many targets it has.</param>
/// <param name="Who">Who made it.</param>
/// <param name="AuditSequence">Its audit record.</param>
/// <param name="ConfirmBy">When it is taken back unless somebody confirms it; null where nobody need.</param>
/// <param name="Until">When it ends; null where it does not.</param>
/// <param name="Trouble">Why taking it back has failed so far; null where it has not been tried, or worked. It is tried again.</param>
public sealed record PendingChange(
    Guid ChangeId,
    string Summary,
    string Path,
    int TargetCount,
    string Who,
    long AuditSequence,
    DateTimeOffset? ConfirmBy,
    DateTimeOffset? Until,
    string? Trouble);

/// <summary>The changes that wait for a confirmation or for their end, the next one first.</summary>
public sealed record PendingChanges(IReadOnlyList<PendingChange> Items);
