namespace SessionState.Contracts;

/// <summary>What an audit record is about.</summary>
public enum AuditType
{
    /// <summary>A change is about to be written; durable before the file is touched.</summary>
    Intent,

    /// <summary>How it ended.</summary>
    Outcome,

    /// <summary>Somebody was refused.</summary>
    Denied,

    /// <summary>After a crash: what became of an intent without an outcome.</summary>
    Recovered,

    /// <summary>Somebody else changed a file: Notepad, IIS Manager, a deployment.</summary>
    External,

    /// <summary>The Service started.</summary>
    Start,

    /// <summary>The Service stopped.</summary>
    Stop,

    /// <summary>Somebody signed in or out, or tried to.</summary>
    Auth,

    /// <summary>The key that signs the audit changed.</summary>
    Key,

    /// <summary>A grant was given or ended, or the policy edited.</summary>
    Admin,

    /// <summary>Somebody confirmed a change that would have been taken back otherwise.</summary>
    Confirmed,

    /// <summary>A change that was to be taken back was left as it is, because somebody changed the same since.</summary>
    Lapsed,

    /// <summary>A person's names were erased on request.</summary>
    Erasure,

    /// <summary>Old records were moved to an archive file.</summary>
    Segment,

    /// <summary>Somebody asked for a second person, or such a request was decided, withdrawn, or is over.</summary>
    Approval,

    /// <summary>Alarm: in an emergency somebody makes a change at once that otherwise takes a second person.</summary>
    BreakGlass,
}

/// <summary>How it ended.</summary>
public enum AuditOutcome
{
    Pending,
    Applied,
    Refused,
    Failed,
    Noticed,
}

/// <summary>One audit record as a row.</summary>
/// <param name="Sequence">Gapless, from 1.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Type">What it is about.</param>
/// <param name="ChangeId">The change it belongs to; null where none.</param>
/// <param name="Who">The acting user's name, or "(unknown)" for an external edit.</param>
/// <param name="Via">The calling process: "dashboard", "appcmd", "file system".</param>
/// <param name="Path">The node; null for records about no node.</param>
/// <param name="Setting">The setting, or the section of a lock or repair; null where none.</param>
/// <param name="Action">What was to be done; null where unknown.</param>
/// <param name="Before">Effective value before, null where unknown or in error; of a lock what the file said: Allow, Deny or Inherit.</param>
/// <param name="After">The same after it.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">The person's reason; null where none was given.</param>
/// <param name="Ticket">The ticket; null for none.</param>
/// <param name="Detail">For refused and failed: why, in one sentence.</param>
public sealed record AuditEntry(
    long Sequence,
    DateTimeOffset At,
    AuditType Type,
    Guid? ChangeId,
    string Who,
    string Via,
    string? Path,
    string? Setting,
    ChangeAction? Action,
    string? Before,
    string? After,
    AuditOutcome Outcome,
    string? Reason,
    string? Ticket,
    string? Detail)
{
    /// <summary>Which of the change's targets this record is about, from 1; 1 of 1 for most.</summary>
    public int Target { get; init; } = 1;

    /// <summary>How many targets the change has.</summary>
    public int TargetCount { get; init; } = 1;

    /// <summary>The change that this one takes back, or that is confirmed or left here; null for none.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>When the change is taken back unless somebody confirms it; null where nobody need.</summary>
    public DateTimeOffset? ConfirmBy { get; init; }

    /// <summary>When the change ends; null where it does not.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Name of the setting for people; null where the record names none that the Service knows.</summary>
    public string? SettingTitle { get; init; }

    /// <summary>Type of <see cref="Before"/> and <see cref="After"/>; null where <see cref="SettingTitle"/> is.</summary>
    public SettingType? ValueType { get; init; }
}

/// <summary>One audit record, whole.</summary>
/// <param name="Entry">The row.</param>
/// <param name="User">The acting user; null where there is none.</param>
/// <param name="Peer">The calling process as the operating system names it: "uid 1000, pid 4711".</param>
/// <param name="CommitPath">The configuration path that was written; null where none.</param>
/// <param name="Files">Files, with their hashes before and after.</param>
/// <param name="Diff">The changed lines, for outcomes of changes.</param>
/// <param name="Hash">SHA-256 of the stored record, in hexadecimal.</param>
/// <param name="PreviousHash">The previous record's hash, which this record contains; zeros for the first.</param>
/// <param name="HashValid">Whether the stored bytes still have that hash and the chain fits on both sides.</param>
/// <param name="Json">The stored record, exactly.</param>
public sealed record AuditRecordDetails(
    AuditEntry Entry,
    ActingUser? User,
    string? Peer,
    string? CommitPath,
    IReadOnlyList<AuditedFile> Files,
    IReadOnlyList<FileDiff> Diff,
    string Hash,
    string PreviousHash,
    bool HashValid,
    string Json)
{
    /// <summary>By which right it was done; null where the record says nothing of it.</summary>
    public AuditedRight? Right { get; init; }
}

/// <summary>By which right something was done.</summary>
/// <param name="Grants">The grants that allowed it.</param>
/// <param name="Approver">The second person; null where none was needed.</param>
/// <param name="ApprovalSequence">The audit record of their decision; null where there is none.</param>
/// <param name="BreakGlass">True where it was done at once in an emergency.</param>
public sealed record AuditedRight(IReadOnlyList<Guid> Grants, ActingUser? Approver, long? ApprovalSequence, bool BreakGlass);

/// <summary>A file in an audit record.</summary>
/// <param name="File">The file.</param>
/// <param name="HashBefore">SHA-256 before; null where it did not exist.</param>
/// <param name="HashAfter">SHA-256 after (of an intent: as planned); null where it does not exist.</param>
/// <param name="Backup">Name of the copy taken before the change; null where there was nothing to copy.</param>
public sealed record AuditedFile(string File, string? HashBefore, string? HashAfter, string? Backup);

/// <summary>A page of audit records, newest first.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Total">How many match in all.</param>
/// <param name="NextCursor">Where the next, older page begins; null on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Items, long Total, long? NextCursor)
{
    /// <summary>True where there are at least <see cref="Total"/>, and nobody counted on.</summary>
    public bool IsTotalMinimum { get; init; }

    /// <summary>
    /// The oldest record that was looked at, for what no index holds: a text of fewer than three characters, a value before or after. The next
    /// page looks further.
    /// Null: all records were.
    /// </summary>
    public long? SearchedTo { get; init; }
}

/// <summary>Which audit records to list. All conditions must hold.</summary>
public sealed record AuditQuery
{
    /// <summary>Only records of people whose name contains this, without regard to case.</summary>
    public string? Who { get; init; }

    /// <summary>Only records about this node or a node below it.</summary>
    public string? Path { get; init; }

    /// <summary>Only records about this setting.</summary>
    public string? Setting { get; init; }

    /// <summary>Only records with this outcome.</summary>
    public AuditOutcome? Outcome { get; init; }

    /// <summary>Only records of this type. Null: all but the intents that have an outcome.</summary>
    public AuditType? Type { get; init; }

    /// <summary>Only records of changes that set, or that clear.</summary>
    public ChangeAction? Action { get; init; }

    /// <summary>Only records with this ticket, without regard to the case of ASCII letters.</summary>
    public string? Ticket { get; init; }

    /// <summary>Only records with this value before, as it is recorded: "true", "InProc", of a lock "Deny".</summary>
    public string? Before { get; init; }

    /// <summary>Only records with this value after.</summary>
    public string? After { get; init; }

    /// <summary>Only this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only before this instant.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only records whose path, reason, ticket or detail contains this text, without regard to case.</summary>
    public string? Text { get; init; }

    /// <summary>Rows per page, 1 to 500.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The previous page's <see cref="AuditPage.NextCursor"/>: only records older than this sequence.</summary>
    public long? Cursor { get; init; }
}
