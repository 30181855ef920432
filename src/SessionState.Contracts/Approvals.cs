using System.Text.Json.Serialization;

namespace SessionState.Contracts;

/// <summary>Why a change takes a second person, and what else is asked of whoever makes it.</summary>
/// <param name="Reasons">Why, one sentence each.</param>
/// <param name="MayBreakGlass">Whether this person may make it at once all the same, in an emergency that everybody hears of.</param>
public sealed record ApprovalNeed(IReadOnlyList<string> Reasons, bool MayBreakGlass);

/// <summary>What became of a request for a second person.</summary>
public enum ApprovalState
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting,

    /// <summary>Somebody approved it; whoever asked can make the change now.</summary>
    Approved,

    /// <summary>Somebody said no.</summary>
    Rejected,

    /// <summary>Whoever asked does not want it any more.</summary>
    Withdrawn,

    /// <summary>Its time was over before the change was made.</summary>
    Expired,

    /// <summary>The configuration changed, so that what was approved is not what would be written.</summary>
    Void,

    /// <summary>The change was made.</summary>
    Applied,

    /// <summary>The change was begun and not made.</summary>
    Failed,
}

/// <summary>Somebody wants to make a change for which a second person is needed.</summary>
/// <param name="Id">The id of the change that it is about; it was chosen by whoever asks.</param>
/// <param name="State">What became of it.</param>
/// <param name="Summary">The change in one phrase.</param>
/// <param name="Path">The node; of a change of several targets the first one's.</param>
/// <param name="TargetCount">How many targets it has.</param>
/// <param name="Who">Who asks.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="Ticket">Ticket number; null for none.</param>
/// <param name="Reasons">Why a second person is needed, one sentence each.</param>
/// <param name="RequestedAt">When it was asked (UTC).</param>
/// <param name="ExpiresAt">When it is over unless something happens before: a decision or, once approved, the change (UTC).</param>
/// <param name="AuditSequence">The audit record of the request.</param>
public sealed record ApprovalInfo(
    Guid Id,
    ApprovalState State,
    string Summary,
    string Path,
    int TargetCount,
    string Who,
    string Reason,
    string? Ticket,
    IReadOnlyList<string> Reasons,
    DateTimeOffset RequestedAt,
    DateTimeOffset ExpiresAt,
    long AuditSequence)
{
    /// <summary>When the change is to end by itself; null where it is not.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The change that is to be taken back; null where this is a change of its own.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>Who decided last; null where nobody did.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When its state last changed (UTC); null where it did not.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What was said with the decision, or why it is over; null for nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the person who reads this is the one who asks.</summary>
    public bool IsMine { get; init; }

    /// <summary>Whether the person who reads this may decide now.</summary>
    public bool MayDecide { get; init; }

    /// <summary>Whether something can still happen to it.</summary>
    [JsonIgnore]
    public bool IsOpen => State is ApprovalState.Waiting or ApprovalState.Approved;
}

/// <summary>Requests for a second person, the newest first: those that are open, and the newest of the others.</summary>
public sealed record ApprovalList(IReadOnlyList<ApprovalInfo> Items);

/// <summary>A request with what was previewed when it was made.</summary>
/// <param name="Info">The request.</param>
/// <param name="Preview">The preview: whoever decides sees just what whoever asks saw.</param>
public sealed record ApprovalDetails(ApprovalInfo Info, ChangePreview Preview);

/// <summary>Approve or reject what somebody else wants to change.</summary>
/// <param name="Approve">False: reject.</param>
/// <param name="Comment">What to tell whoever asks, up to 500 characters; null for nothing. To reject takes one.</param>
public sealed record DecideApprovalRequest(bool Approve, string? Comment);
