using System.Diagnostics.CodeAnalysis;
using SessionState.Contracts;
using SessionState.Engine.Schema;
using SessionState.Files;
using SessionState.Service.Changes;
using SessionState.Service.Diffs;
using SessionState.Service.Security;

namespace SessionState.Service.Audit;

/// <summary>The records of changes, made from what is known at each step.</summary>
internal static class AuditRecords
{
    private const int MaxText = 1_000;

    /// <summary>Somebody was refused before it was known what they wanted.</summary>
    public static AuditRecord Denied(Caller caller, Problem refusal) => new()
    {
        Type = AuditType.Denied,
        Actor = caller.Actor,
        Via = caller.Via,
        Authz = refusal.Code is ProblemCodes.Forbidden or ProblemCodes.ApprovalNeeded or ProblemCodes.StepUpNeeded ? AuditAuthz.Denied : null,
        Res = new(refusal.Code, refusal.Detail),
    };

    /// <summary>Somebody was refused something at a node, which may be none.</summary>
    public static AuditRecord Denied(Caller caller, string path, Problem refusal) => Denied(caller, refusal) with { Do = new() { Path = Clip(path) } };

    /// <summary>A connection was refused before a byte of it was read.</summary>
    public static AuditRecord NotAdmitted(uint? uid, int? pid) => new()
    {
        Type = AuditType.Denied,
        Actor = AuditActor.Unknown,
        Via = new(uid, pid, "(not admitted)"),
        Res = new(ProblemCodes.Forbidden, "A process of a user who is not in Service:AllowedUids tried to connect."),
    };

    /// <summary>A change was refused; the files are untouched.</summary>
    public static AuditRecord Denied(Caller caller, ChangeOrder order, Problem refusal) => Denied(caller, refusal) with
    {
        Op = order.ChangeId,
        Undoes = order.Undone?.ChangeId,
        Do = order.Change.Targets.Count == 0 ? null : Asked(order.Change.First),
        Targets = Several([.. order.Change.Targets.Take(ChangeRequest.MaxTargets).Select(Asked)]),
        Why = new(Clip(order.Reason), Clip(order.Ticket)),
    };

    /// <summary>A change is about to be written.</summary>
    public static AuditRecord Intent(
        Caller caller, ChangeOrder order, PlannedChange change, string requestDigest, AuditAuthz right, DateTimeOffset? confirmBy) => new()
        {
            Type = AuditType.Intent,
            Op = order.ChangeId,
            Actor = caller.Actor,
            Via = caller.Via,
            Authz = right,
            Do = Planned(change.Targets[0]) with { Request = requestDigest },
            Targets = Several([.. change.Targets.Select(Planned)]),
            Undoes = order.Undone?.ChangeId,
            ConfirmBy = confirmBy,
            Until = order.Until,
            Files = [.. change.Commit.Files.Select(file => new AuditFile(file.File, file.ExpectedHash, file.NewBytesHash, null))],
            Why = new(order.Reason, order.Ticket),
            Res = new(AuditResult.Pending, Summary: change.Summary, Effects: change.Effects.Length),
        };

    /// <summary>How an announced change ended: a record for each target, of which the first tells the files.</summary>
    /// <param name="announced">The intent, with its own sequence as reference.</param>
    /// <param name="change">The change.</param>
    /// <param name="failure">Why it was not made; null where it was.</param>
    /// <param name="now">The snapshot after it.</param>
    /// <param name="duration">How long it took.</param>
    public static IReadOnlyList<AuditRecord> Outcomes(
        AuditRecord announced, PlannedChange change, Problem? failure, ConfigurationSnapshot now, TimeSpan duration) => ByTarget(
            announced with
            {
                Type = AuditType.Outcome,
                Files = [.. announced.Files!.Select(file => file with
                {
                    Post = failure is null ? file.Post : now.Files.GetValueOrDefault(file.Path).Hash,
                    Backup = file.Pre,
                })],
                Res = new(
                    failure?.Code ?? AuditResult.Applied,
                    failure?.Detail,
                    (long)duration.TotalMilliseconds,
                    announced.Res!.Summary,
                    now.Revision,
                    failure is null ? announced.Res.Effects : 0),
                Diff = failure is null ? [.. change.Plan.Files.Select(FileDiffs.Of)] : null,
            },
            (target, index) =>
            {
                var planned = change.Targets[index];
                return target with { After = Recordable(planned.Request, planned.Wish.StateIn(now.Server, planned.Plan)) };
            });

    /// <summary>An ending of an announced change, target by target: each is found by its own node and setting.</summary>
    /// <param name="ending">The intent, with how it ended.</param>
    /// <param name="turn">What became of one target.</param>
    public static IReadOnlyList<AuditRecord> ByTarget(AuditRecord ending, Func<AuditDo, int, AuditDo> turn)
    {
        var first = ending with { Do = ending.Do is { } only ? turn(only, 0) : null, Targets = null };
        return ending.Targets is not { } targets
            ? [first]
            :
            [
                .. targets.Select((target, index) => index == 0
                    ? first with { Part = new(1, targets.Count) }
                    : first with { Do = turn(target, index), Part = new(index + 1, targets.Count), Files = null, Diff = null }),
            ];
    }

    /// <summary>Somebody lets a change stand.</summary>
    public static AuditRecord Confirmed(Caller caller, PendingChange change, AuditAuthz right) => new()
    {
        Type = AuditType.Confirmed,
        Actor = caller.Actor,
        Via = caller.Via,
        Authz = right,
        Undoes = change.ChangeId,
        Do = new() { Path = change.Path },
        Res = new("confirmed", $"Confirmed: {change.Summary}.", Summary: change.Summary),
    };

    /// <summary>A change that was to be taken back is left as it is.</summary>
    public static AuditRecord Lapsed(PendingChange change, Problem why) => new()
    {
        Type = AuditType.Lapsed,
        Actor = AuditActor.Service,
        Via = AuditVia.Service,
        Undoes = change.ChangeId,
        Do = new() { Path = change.Path },
        Res = new(why.Code, why.Detail, Summary: change.Summary),
    };

    private static IReadOnlyList<AuditDo>? Several(IReadOnlyList<AuditDo> targets) => targets.Count > 1 ? targets : null;

    private static AuditDo Asked(ChangeTarget target) => new()
    {
        Action = target.Action,
        Path = Clip(target.Path),
        Setting = Clip(target.Setting),
        Value = Recordable(target.Setting, Clip(target.Value)),
        CommitPath = Clip(target.CommitPath),
    };

    public static AuditDo Planned(PlannedTarget target) => Asked(target.Request) with
    {
        Before = Recordable(target.Request, target.Before),
        After = Recordable(target.Request, target.After),
        Location = target.Plan.Target.LocationPath,
        Said = new(Recordable(target.Request, target.Was), Recordable(target.Request, target.Wrote)),
    };

    // Only values of settings that are known and no secrets are recorded: what is on no list stays out.
    [return: NotNullIfNotNull(nameof(value))]
    private static string? Recordable(string setting, string? value) =>
        value is null || Settings.Find(setting) is { IsSecret: false } ? value : Setting.Hidden;

    // Locks and repairs are about a section, whose state is no value.
    private static string? Recordable(ChangeTarget change, string? state) =>
        change.Action is ChangeAction.Set or ChangeAction.Clear ? Recordable(change.Setting, state) : state;

    // What is refused may be of any length; what is recorded of it is not.
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clip(string? text) => text is { Length: > MaxText } ? text[..MaxText] + "…" : text;
}
