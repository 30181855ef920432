using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
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
    private const int MaxFiles = 20;

    /// <summary>Somebody was refused before it was known what they wanted.</summary>
    public static AuditRecord Denied(Caller caller, Problem refusal) => new()
    {
        Type = AuditType.Denied,
        Actor = caller.Actor,
        Via = caller.Via,
        Res = new(refusal.Code, refusal.Detail),
    };

    /// <summary>A connection was refused before a byte of it was read.</summary>
    public static AuditRecord NotAdmitted(uint? uid, int? pid) => new()
    {
        Type = AuditType.Denied,
        Actor = AuditActor.Unknown,
        Via = new(uid, pid, "(not admitted)"),
        Res = new(ProblemCodes.Forbidden, "A process of a user who is not in Service:AllowedUids tried to connect."),
    };

    /// <summary>A change was refused; the files are untouched.</summary>
    public static AuditRecord Denied(Caller caller, ApplyChangeRequest request, Problem refusal) => Denied(caller, refusal) with
    {
        Op = request.ChangeId,
        Do = Asked(request.Change),
        Why = new(Clip(request.Reason), Clip(request.Ticket)),
    };

    /// <summary>A change is about to be written.</summary>
    public static AuditRecord Intent(Caller caller, ApplyChangeRequest request, PlannedChange change, string requestDigest) => new()
    {
        Type = AuditType.Intent,
        Op = request.ChangeId,
        Actor = caller.Actor,
        Via = caller.Via,
        Do = Asked(change.Request) with
        {
            Before = Recordable(change.Request, change.Before),
            After = Recordable(change.Request, change.After),
            Location = change.Plan.Target.LocationPath,
            Request = requestDigest,
        },
        Files = [.. change.Commit.Files.Select(file => new AuditFile(file.File, file.ExpectedHash, HashOf(file), null))],
        Why = new(request.Reason, request.Ticket),
        Res = new(AuditResult.Pending, Summary: change.Summary, Effects: change.Effects.Length),
    };

    /// <summary>How an announced change ended.</summary>
    /// <param name="announced">The intent, with its own sequence as reference.</param>
    /// <param name="change">The change.</param>
    /// <param name="failure">Why it was not made; null where it was.</param>
    /// <param name="now">The snapshot after it.</param>
    /// <param name="duration">How long it took.</param>
    public static AuditRecord Outcome(
        AuditRecord announced, PlannedChange change, Problem? failure, ConfigurationSnapshot now, TimeSpan duration) => announced with
        {
            Type = AuditType.Outcome,
            Do = announced.Do! with { After = Recordable(change.Request, change.Wish.StateIn(now.Server, change.Plan)) },
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
        };

    /// <summary>Somebody changed a value without this Service.</summary>
    public static AuditRecord External(NoticedEdit edit, SnapshotChanged change) => External(change) with
    {
        Do = new()
        {
            Path = edit.Path,
            Setting = edit.Setting.Name,
            Before = Recordable(edit.Setting.Name, edit.Before),
            After = Recordable(edit.Setting.Name, edit.After),
        },
    };

    /// <summary>Stands for changed values that are too many to be listed one by one.</summary>
    public static AuditRecord ManyExternal(int more, SnapshotChanged change) => External(change) with
    {
        Do = new() { Path = "" },
        Res = new("many", $"{more} more values changed by the same edit."),
    };

    private static AuditRecord External(SnapshotChanged change) => new()
    {
        Type = AuditType.External,
        Actor = AuditActor.Unknown,
        Via = AuditVia.FileSystem,
        Files = [.. change.ChangedFiles.Take(MaxFiles).Select(file => new AuditFile(
            file, change.Before.Files.GetValueOrDefault(file).Hash, change.After.Files.GetValueOrDefault(file).Hash, null))],
    };

    public static string HashOf(CommitFile file) => Convert.ToHexStringLower(SHA256.HashData(file.NewBytes));

    private static AuditDo Asked(ChangeRequest change) => new()
    {
        Action = change.Action,
        Path = Clip(change.Path),
        Setting = Clip(change.Setting),
        Value = Recordable(change.Setting, Clip(change.Value)),
        CommitPath = Clip(change.CommitPath),
    };

    // Only values of settings that are known and no secrets are recorded: what is on no list stays out.
    [return: NotNullIfNotNull(nameof(value))]
    private static string? Recordable(string setting, string? value) =>
        value is null || Settings.Find(setting) is { IsSecret: false } ? value : Setting.Hidden;

    // Locks and repairs are about a section, whose state is no value.
    private static string? Recordable(ChangeRequest change, string? state) =>
        change.Action is ChangeAction.Set or ChangeAction.Clear ? Recordable(change.Setting, state) : state;

    // What is refused may be of any length; what is recorded of it is not.
    [return: NotNullIfNotNull(nameof(text))]
    private static string? Clip(string? text) => text is { Length: > MaxText } ? text[..MaxText] + "…" : text;
}
