namespace SessionState.Contracts;

/// <summary>
/// Why the Service refused or failed (RFC 9457 problem details). Expected refusals are answers to show, not exceptions.
/// </summary>
/// <param name="Code">One of <see cref="ProblemCodes"/>.</param>
/// <param name="Title">The kind of problem in a few words.</param>
/// <param name="Detail">One or two sentences: who, what, where.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record Problem(string Code, string Title, string Detail, int Status)
{
    /// <summary>What would work; null where nothing is known.</summary>
    public string? Remedy { get; init; }

    /// <summary>The file it is about; null for none.</summary>
    public string? File { get; init; }

    /// <summary>The line it is about, from 1; null where unknown.</summary>
    public int? Line { get; init; }

    /// <summary>The member of the request it is about; null for none.</summary>
    public string? Field { get; init; }
}

/// <summary>The stable codes of problems.</summary>
public static class ProblemCodes
{
    /// <summary>422: a value or member of the request is wrong.</summary>
    public const string Invalid = "invalid";

    /// <summary>400: the request is not written as the contract says; nothing was looked at.</summary>
    public const string BadRequest = "bad-request";

    /// <summary>405: the address knows other methods.</summary>
    public const string MethodNotAllowed = "method-not-allowed";

    /// <summary>413: the body is longer than the address takes: 64 KB, or 1 MB for changes.</summary>
    public const string TooLarge = "too-large";

    /// <summary>415: the body is not application/json.</summary>
    public const string UnsupportedMediaType = "unsupported-media-type";

    /// <summary>403: this person or process may not.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>403: this change takes a second person; ask for an approval.</summary>
    public const string ApprovalNeeded = "approval-needed";

    /// <summary>403: this takes a sign-in that is not older than a few minutes; sign in again.</summary>
    public const string StepUpNeeded = "step-up-needed";

    /// <summary>409: a request for an approval was decided, or is over.</summary>
    public const string ApprovalClosed = "approval-closed";

    /// <summary>404: no such site, node, setting, change or record.</summary>
    public const string NotFound = "not-found";

    /// <summary>409: the configuration is locked there.</summary>
    public const string Locked = "locked";

    /// <summary>409: the configuration changed since it was shown.</summary>
    public const string Stale = "stale";

    /// <summary>409: a change cannot be taken back, because somebody changed the same since.</summary>
    public const string ChangedSince = "changed-since";

    /// <summary>423: another program holds the file.</summary>
    public const string Busy = "busy";

    /// <summary>503 and 504: the Service has more to do than it can.</summary>
    public const string Overloaded = "overloaded";

    /// <summary>422: the file is malformed or cannot be edited safely.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>422: the web.config would be larger than the 250 KB that IIS reads.</summary>
    public const string TooLargeForIis = "too-large-for-iis";

    /// <summary>503: the audit cannot be written, so nothing is changed.</summary>
    public const string AuditUnavailable = "audit-unavailable";

    /// <summary>500: the change was made, but its outcome could not be recorded yet. Until it is, nothing else is changed.</summary>
    public const string AppliedAuditPending = "applied-audit-pending";

    /// <summary>500: the file could not be written; it is as it was.</summary>
    public const string WriteFailed = "write-failed";

    /// <summary>503: the Service does not answer.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>500: a fault of ours.</summary>
    public const string Internal = "internal";
}
