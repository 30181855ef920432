namespace SessionState.Contracts;

/// <summary>What to do with a setting, or with the locks of its section.</summary>
public enum ChangeAction
{
    /// <summary>Write an explicit value, also where it equals the inherited one.</summary>
    Set,

    /// <summary>Remove the explicit value, so that the node inherits again.</summary>
    Clear,

    /// <summary>Lock the section: files below the node may not contain it.</summary>
    Lock,

    /// <summary>Unlock the section: files below the node may contain it.</summary>
    Unlock,

    /// <summary>Take back what is said about the section at the node, so that the lock above holds again.</summary>
    InheritLock,

    /// <summary>Take out of a web.config what a lock forbids, so that the node works again.</summary>
    Repair,
}

/// <summary>A change that somebody wants.</summary>
/// <param name="Path">The node.</param>
/// <param name="Setting">Full name of the setting; of the section (<c>system.webServer/asp</c>) for locks and repairs.</param>
/// <param name="Action">What to do.</param>
/// <param name="Value">The new value in canonical spelling; null for all but set.</param>
/// <param name="CommitPath">Which of the node's commit paths to write to; null for the best one.</param>
/// <param name="Revision">The revision the person saw. Another one now: <c>stale</c>.</param>
public sealed record ChangeRequest(
    string Path, string Setting, ChangeAction Action, string? Value, string? CommitPath, string Revision);

/// <summary>What a change would do, for reading before it is applied.</summary>
/// <param name="Request">The change, with the commit path filled in.</param>
/// <param name="PlanDigest">Binds what was shown to what will be done; send it back when applying.</param>
/// <param name="NothingToDo">True when the files already say so; there is nothing to apply.</param>
/// <param name="Summary">The action in one phrase: "Turn ASP sessions off for 1 application".</param>
/// <param name="Target">Where it is written, and why there.</param>
/// <param name="Files">The files that change.</param>
/// <param name="Effects">Nodes whose effective value changes, at most <see cref="MaxEffects"/>.</param>
/// <param name="EffectCount">How many there are in all.</param>
/// <param name="Warnings">What the person should know: no effect because shadowed, sessions that end, other nodes sharing the file.</param>
public sealed record ChangePreview(
    ChangeRequest Request,
    string PlanDigest,
    bool NothingToDo,
    string Summary,
    CommitPathInfo Target,
    IReadOnlyList<FileDiff> Files,
    IReadOnlyList<ValueEffect> Effects,
    int EffectCount,
    IReadOnlyList<string> Warnings)
{
    /// <summary>How many effects, or items of a rehearsal's list, a preview lists at the most.</summary>
    public const int MaxEffects = 200;

    /// <summary>Who starts or stops failing and who may override from then on; null where nobody does.</summary>
    public RehearsalInfo? Rehearsal { get; init; }
}

/// <summary>How one file changes.</summary>
/// <param name="File">The file.</param>
/// <param name="IsNew">True when the change creates it.</param>
/// <param name="Lines">The changed lines with three lines around them.</param>
public sealed record FileDiff(string File, bool IsNew, IReadOnlyList<DiffLine> Lines);

/// <summary>A line of a diff.</summary>
public enum DiffKind
{
    Context,
    Added,
    Removed,

    /// <summary>Lines in between are left out.</summary>
    Gap,
}

/// <summary>One line of a diff. Values that are encrypted or credentials are masked in <paramref name="Text"/>.</summary>
/// <param name="Kind">What happens to it.</param>
/// <param name="OldLine">Its number before, from 1; null where added.</param>
/// <param name="NewLine">Its number after, from 1; null where removed.</param>
/// <param name="Text">The line without its line end.</param>
public sealed record DiffLine(DiffKind Kind, int? OldLine, int? NewLine, string Text);

/// <summary>A node whose effective value changes.</summary>
/// <param name="Path">The node.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Before">Value before; null where the configuration was in error there.</param>
/// <param name="After">Value after; null where it would be in error.</param>
public sealed record ValueEffect(string Path, NodeKind Kind, string? Before, string? After);

/// <summary>What a change does to those who depend on a section being locked or open. Lists are cut; the counts are not.</summary>
/// <param name="StartFailing">Content that becomes illegal: IIS answers HTTP 500.19 from its node down.</param>
/// <param name="StartFailingCount">How many there are in all.</param>
/// <param name="StopFailing">Content that becomes legal, or goes.</param>
/// <param name="StopFailingCount">How many there are in all.</param>
/// <param name="GainOverride">Nodes whose own web.config may hold the section from then on.</param>
/// <param name="GainOverrideCount">How many there are in all.</param>
/// <param name="LoseOverride">Nodes whose own web.config may not hold the section any more.</param>
/// <param name="LoseOverrideCount">How many there are in all.</param>
public sealed record RehearsalInfo(
    IReadOnlyList<FailingInfo> StartFailing,
    int StartFailingCount,
    IReadOnlyList<FailingInfo> StopFailing,
    int StopFailingCount,
    IReadOnlyList<string> GainOverride,
    int GainOverrideCount,
    IReadOnlyList<string> LoseOverride,
    int LoseOverrideCount);

/// <summary>Content of a file that IIS refuses.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Its line; null where unknown.</param>
/// <param name="Path">The node that fails with everything below it.</param>
/// <param name="ErrorNumber">What IIS shows: "0x80070021"; null where it is no lock.</param>
/// <param name="Message">Why, in words.</param>
public sealed record FailingInfo(string File, int? Line, string Path, string? ErrorNumber, string Message);

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
}

/// <summary>An applied change.</summary>
/// <param name="ChangeId">Its id.</param>
/// <param name="Revision">The revision after it.</param>
/// <param name="AuditSequence">The outcome's audit record.</param>
/// <param name="Summary">What was done.</param>
/// <param name="EffectCount">Number of nodes whose effective value changed.</param>
public sealed record ChangeResult(Guid ChangeId, string Revision, long AuditSequence, string Summary, int EffectCount);
