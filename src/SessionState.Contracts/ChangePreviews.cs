using System.Text.Json.Serialization;

namespace SessionState.Contracts;

/// <summary>What a change would do, for reading before it is applied.</summary>
/// <param name="Request">The change, with the commit path filled in.</param>
/// <param name="PlanDigest">Binds what was shown to what will be done; send it back when applying.</param>
/// <param name="NothingToDo">True when the files already say so; there is nothing to apply.</param>
/// <param name="Summary">The action in one phrase: "Turn ASP sessions off for 1 application".</param>
/// <param name="Targets">What becomes of each target, in the order of the request.</param>
/// <param name="Files">The files that change.</param>
/// <param name="Effects">Nodes whose effective value changes, at most <see cref="MaxEffects"/>.</param>
/// <param name="EffectCount">How many there are in all.</param>
/// <param name="Warnings">What the person should know: no effect because shadowed, sessions that end, other nodes sharing the file.</param>
public sealed record ChangePreview(
    ChangeRequest Request,
    string PlanDigest,
    bool NothingToDo,
    string Summary,
    IReadOnlyList<TargetPreview> Targets,
    IReadOnlyList<FileDiff> Files,
    IReadOnlyList<ValueEffect> Effects,
    int EffectCount,
    IReadOnlyList<string> Warnings)
{
    /// <summary>How many effects, or items of a rehearsal's list, a preview lists at the most.</summary>
    public const int MaxEffects = 200;

    /// <summary>
    /// How long the change stands before somebody must confirm it, in seconds; else it is taken back. Null where it stands at once.
    /// </summary>
    public int? ConfirmSeconds { get; init; }

    /// <summary>Why it takes a second person; null where it does not.</summary>
    public ApprovalNeed? Approval { get; init; }

    /// <summary>Whether this person must sign in again before they make it: it takes a sign-in that is a few minutes old at most.</summary>
    public bool StepUpNeeded { get; init; }

    /// <summary>The first target: the only one of most changes.</summary>
    [JsonIgnore]
    public TargetPreview First => Targets[0];

    /// <summary>Who starts or stops failing and who may override from then on; null where nobody does.</summary>
    public RehearsalInfo? Rehearsal { get; init; }
}

/// <summary>What a change would do to one of its targets.</summary>
/// <param name="Place">Where it is written, and why there.</param>
/// <param name="Before">Effective value now, null in error; of a lock what the file says.</param>
/// <param name="After">The same after the change.</param>
/// <param name="NothingToDo">True where the files say so already.</param>
/// <param name="Summary">In one phrase: "Turn ASP sessions off for Contoso/shop".</param>
public sealed record TargetPreview(CommitPathInfo Place, string? Before, string? After, bool NothingToDo, string Summary);

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

/// <summary>A node where the effective value of a setting changes.</summary>
/// <param name="Setting">Full name of the setting.</param>
/// <param name="Path">The node.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Before">Value before; null where the configuration was in error there.</param>
/// <param name="After">Value after; null where it would be in error.</param>
public sealed record ValueEffect(string Setting, string Path, NodeKind Kind, string? Before, string? After);

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
