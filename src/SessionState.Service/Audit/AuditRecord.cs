using System.Text.Json.Serialization;
using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Audit;

/// <summary>
/// One audit record as it is stored: its JSON bytes are what is hashed, and each holds the hash of the one before it.
/// Whoever records something fills in what happened; <see cref="AuditLog"/> adds version, origin, number, time and chain.
/// </summary>
internal sealed record AuditRecord
{
    /// <summary>The version that is written now; records of version 1 say the actor's name themselves and have no clock.</summary>
    public const int Version = 2;

    public int V { get; init; } = Version;

    /// <summary>Whose log it is: the server's name.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Gapless, from 1.</summary>
    public long Seq { get; init; }

    /// <summary>SHA-256 of the previous record's bytes; zeros for the first.</summary>
    public string Prev { get; init; } = AuditChain.NoHash;

    [JsonConverter(typeof(AuditTimeConverter))]
    public DateTimeOffset Ts { get; init; }

    /// <summary>Milliseconds since the machine was started: nobody sets this clock.</summary>
    public long? Mono { get; init; }

    /// <summary>Which start of the machine that was; null where the operating system does not tell.</summary>
    public string? Boot { get; init; }

    /// <summary>What the machine's clock did since the record before.</summary>
    public AuditClock? Clk { get; init; }

    public required AuditType Type { get; init; }

    /// <summary>The change it belongs to.</summary>
    public Guid? Op { get; init; }

    /// <summary>The intent that this ends.</summary>
    public long? Ref { get; init; }

    public required AuditActor Actor { get; init; }

    /// <summary>Commitment to the actor's personal data, which are kept beside the records and can be erased; null where there are none.</summary>
    public string? Who { get; init; }

    public required AuditVia Via { get; init; }

    public AuditAuthz? Authz { get; init; }

    public AuditDo? Do { get; init; }

    /// <summary>Of an intent with several targets: all of them, the first of which is also <see cref="Do"/>.</summary>
    public IReadOnlyList<AuditDo>? Targets { get; init; }

    /// <summary>Which of several targets an outcome is about; null where there is just one.</summary>
    public AuditPart? Part { get; init; }

    /// <summary>The change that is taken back, confirmed or left here.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>When the change is taken back unless somebody confirms it.</summary>
    [JsonConverter(typeof(AuditTimeConverter))]
    public DateTimeOffset? ConfirmBy { get; init; }

    /// <summary>When the change ends.</summary>
    [JsonConverter(typeof(AuditTimeConverter))]
    public DateTimeOffset? Until { get; init; }

    public IReadOnlyList<AuditFile>? Files { get; init; }

    /// <summary>The commitments that can no longer be opened, because an administrator had the names erased.</summary>
    public IReadOnlyList<string>? Erased { get; init; }

    /// <summary>The records that were moved to an archive.</summary>
    public AuditSegment? Segment { get; init; }

    public AuditWhy? Why { get; init; }

    /// <summary>Of an edit that others made.</summary>
    public AuditWhen? When { get; init; }

    /// <summary>The grant that was given or ended.</summary>
    public AuditGrant? Grant { get; init; }

    /// <summary>The request for a second person, or what became of it.</summary>
    public AuditApproval? Approval { get; init; }

    /// <summary>SHA-256 of the policy that was in force.</summary>
    public string? Policy { get; init; }

    public AuditResult? Res { get; init; }

    /// <summary>The changed lines of an applied change, credentials masked.</summary>
    public IReadOnlyList<FileDiff>? Diff { get; init; }
}

/// <summary>Who: a person ("user"), this process ("service"), or somebody who did not come through it ("unknown").</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Iss">Who vouches for a person.</param>
/// <param name="Sub">The person's identifier there.</param>
/// <param name="Name">What the person is called. It is given with what is to be recorded, but not stored in the record.</param>
internal sealed record AuditActor([property: JsonRequired] string Kind, string? Iss = null, string? Sub = null, string? Name = null)
{
    public static AuditActor Service { get; } = new("service");

    public static AuditActor Unknown { get; } = new("unknown");

    /// <summary>What lists show: the name, or what stands for nobody in particular.</summary>
    [JsonIgnore]
    public string DisplayName => Name ?? $"({Kind})";

    public static AuditActor Of(ActingUser user) => new("user", user.Issuer, user.Subject, user.Name);

    /// <param name="name">The name that is kept for the record, or what stands for an erased one.</param>
    public ActingUser? ToUser(string name) => Iss is null || Sub is null ? null : new(Iss, Sub, name);
}

/// <summary>By which process. Uid and pid are what the operating system says of the caller, name and version what the caller says.</summary>
internal sealed record AuditVia(uint? Uid, int? Pid, [property: JsonRequired] string Process)
{
    public string? Version { get; init; }

    /// <summary>"unix" or "pipe"; null for what did not come over a connection.</summary>
    public string? Transport { get; init; }

    public static AuditVia Service { get; } = new(null, Environment.ProcessId, "service");

    /// <summary>A verb of this program, run by a user of the machine.</summary>
    public static AuditVia Of(string verb) =>
        new(OperatingSystem.IsLinux() ? UnixFileStatus.CurrentUserId : null, Environment.ProcessId, verb);

    public static AuditVia FileSystem { get; } = new(null, null, "file system");
}

/// <summary>What was decided about the actor's right.</summary>
/// <param name="Decision">"allowed" or "denied".</param>
internal sealed record AuditAuthz([property: JsonRequired] string Decision)
{
    public static AuditAuthz Allowed { get; } = new("allowed");

    public static AuditAuthz Denied { get; } = new("denied");

    /// <summary>The grants that allowed it.</summary>
    public IReadOnlyList<Guid>? Grants { get; init; }

    /// <summary>The second person; null where none was needed.</summary>
    public AuditApprover? Approver { get; init; }

    /// <summary>True where it was done without the second person, in an emergency.</summary>
    public bool? BreakGlass { get; init; }

    public static AuditAuthz By(params IEnumerable<Grant> grants) => Allowed with { Grants = [.. grants.Select(grant => grant.Id).Distinct()] };
}

/// <summary>Who approved, and the record of it, which knows what they are called.</summary>
internal sealed record AuditApprover([property: JsonRequired] string Iss, [property: JsonRequired] string Sub, long Seq)
{
    public ActingUser ToUser(string? name) => new(Iss, Sub, name ?? Sub);
}

/// <summary>A step of a request for a second person.</summary>
/// <param name="What">"requested", "approved", "rejected", "withdrawn", "expired" or "void".</param>
internal sealed record AuditApproval([property: JsonRequired] string What)
{
    public const string Requested = "requested";
    public const string Approved = "approved";
    public const string Rejected = "rejected";
    public const string Withdrawn = "withdrawn";
    public const string Expired = "expired";
    public const string Void = "void";

    /// <summary>When it is over unless something happens before; of a request and an approval.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Why a second person is needed; of a request.</summary>
    public IReadOnlyList<string>? Reasons { get; init; }

    /// <summary>The places that the change is felt at, as few as hold all of them; of a request.</summary>
    public IReadOnlyList<string>? Reach { get; init; }

    /// <summary>The settings and sections that are changed; of a request.</summary>
    public IReadOnlyList<string>? Settings { get; init; }

    /// <summary>What whoever asks was shown; of a request.</summary>
    public ChangePreview? Preview { get; init; }
}

/// <summary>What was asked or noticed.</summary>
internal sealed record AuditDo
{
    public ChangeAction? Action { get; init; }

    public string? Path { get; init; }

    public string? Setting { get; init; }

    /// <summary>The value asked for.</summary>
    public string? Value { get; init; }

    /// <summary>Effective value before and after; of an intent, after is what was planned.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    public string? CommitPath { get; init; }

    public string? Location { get; init; }

    /// <summary>What the place that is written said itself; null in records that know no place.</summary>
    public AuditSaid? Said { get; init; }

    /// <summary>SHA-256 of the request: the same change id with another request is refused.</summary>
    public string? Request { get; init; }
}

/// <summary>What one place in one file says, whatever wins, before a change and after it; null for nothing.</summary>
internal sealed record AuditSaid(string? Before, string? After);

/// <summary>One of several targets, counted from 1.</summary>
internal sealed record AuditPart([property: JsonRequired] int Number, [property: JsonRequired] int Of);

/// <summary>A file, with its SHA-256 before and after; of an intent, after is what was planned.</summary>
internal sealed record AuditFile([property: JsonRequired] string Path, string? Pre, string? Post, string? Backup);

/// <summary>A grant, and what happened to it: "given" or "ended".</summary>
internal sealed record AuditGrant(
    [property: JsonRequired] string What,
    Guid Id,
    SubjectKind Kind,
    [property: JsonRequired] string Iss,
    [property: JsonRequired] string Sub,
    [property: JsonRequired] string Role,
    [property: JsonRequired] string Path,
    string? Setting,
    DateTimeOffset? Until);

/// <summary>What could be learnt about when others made an edit; it was noticed when it was recorded.</summary>
/// <param name="UnchangedAt">When the files were last found as they were before.</param>
/// <param name="WrittenAt">When the newest of the files says that it was written, which whoever writes it can set at will.</param>
internal sealed record AuditWhen(DateTimeOffset? UnchangedAt, DateTimeOffset? WrittenAt);

/// <summary>Records in an archive file.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last.</param>
/// <param name="LastHash">SHA-256 of the last one's bytes.</param>
/// <param name="Root">Root of the tree over all records up to the last.</param>
/// <param name="Archive">Name of the file.</param>
/// <param name="Sha256">The file's SHA-256.</param>
internal sealed record AuditSegment(
    long First,
    long Last,
    [property: JsonRequired] string LastHash,
    [property: JsonRequired] string Root,
    [property: JsonRequired] string Archive,
    [property: JsonRequired] string Sha256);

internal sealed record AuditWhy(string? Reason, string? Ticket);

/// <summary>How it ended.</summary>
/// <param name="Code">"pending" of an intent, "applied", "not-applied", "diverged", or a <see cref="ProblemCodes"/> value.</param>
/// <param name="Detail">Why, in one sentence; null where the code says it all.</param>
/// <param name="DurationMs">How long it took.</param>
/// <param name="Summary">What was done, for people.</param>
/// <param name="Revision">The revision after it.</param>
/// <param name="Effects">Nodes whose effective value changed.</param>
/// <param name="Suppressed">How many refusals this record stands for.</param>
internal sealed record AuditResult(
    [property: JsonRequired] string Code,
    string? Detail = null,
    long? DurationMs = null,
    string? Summary = null,
    string? Revision = null,
    int? Effects = null,
    long? Suppressed = null)
{
    public const string ManyRefused = "suppressed";
    public const string Pending = "pending";
    public const string Applied = "applied";
    public const string NotApplied = "not-applied";
    public const string Diverged = "diverged";
}
