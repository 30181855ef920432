using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Grants;
using SessionState.Service.Nodes;
using SessionState.Service.Security;

namespace SessionState.Service.Changes;

/// <summary>
/// Who may change what, where: asked before anything is looked at, and again when it is known what the change would touch. The Service itself
/// may take back what has run out.
/// </summary>
internal sealed class ChangePolicy(Rights rights, AuditDenials denials)
{
    /// <summary>Why this caller may not, as far as the request tells; null where they may.</summary>
    public Problem? Refuse(Caller caller, ChangeRequest change, bool undoes = false)
    {
        if (caller.IsService)
        {
            return null;
        }

        var sight = rights.SightOf(caller);
        for (var index = 0; index < change.Targets.Count; index++)
        {
            if (Refuse(caller, sight, change.Targets[index], undoes) is { } refusal)
            {
                return RequestedTargets.AtTarget(change, index, refusal);
            }
        }

        return null;
    }

    /// <summary>The same for an order, which may need a ticket.</summary>
    public Problem? Refuse(Caller caller, ChangeOrder order)
    {
        if (Refuse(caller, order.Change, order.Undone is not null) is { } refusal)
        {
            return refusal;
        }

        return string.IsNullOrWhiteSpace(order.Ticket) && order.Change.Targets.Any(target => NeedsTicket(caller, target))
            ? Problems.Invalid("ticket", "Your grant lets you make this change for a ticket only.", "Name the ticket that asks for it.")
            : null;
    }

    /// <summary>
    /// Why this caller may not, now that it is known what the change touches. A web.config may serve places that are not theirs; which
    /// ones they are is not told.
    /// </summary>
    public Problem? Refuse(Caller caller, PlannedChange change)
    {
        if (caller.IsService)
        {
            return null;
        }

        // Of a thousand targets most are about the same setting.
        var needed = change.Targets.Select(target => (Permission: PermissionFor(target.Request.Action), Setting: target.Wish.Name)).Distinct()
            .Where(one => !rights.Decide(caller, one.Permission, "", one.Setting).IsAllowed)
            .ToList();
        var outside = needed.Count > 0
            && Reached(change).FirstOrDefault(path => needed.Exists(one => !rights.Decide(caller, one.Permission, path, one.Setting).IsAllowed)) is not null;
        return outside ? RightsProblems.ReachesFurther : null;
    }

    /// <summary>Why this caller may not let a change stand; null where they may.</summary>
    public Problem? RefuseConfirming(Caller caller, string path) => Refuse(caller, rights.SightOf(caller), Permission.SessionSet, path, null);

    /// <summary>Whether nothing that stands beside a change is hidden from the caller.</summary>
    public bool ShowsAll(Caller caller) => rights.SightOf(caller).IsWhole;

    /// <summary>By which grant they may.</summary>
    public AuditAuthz RightToConfirm(Caller caller, string path) => RightOf([rights.Decide(caller, Permission.SessionSet, path)]);

    /// <summary>By which grants this caller may make a change.</summary>
    public AuditAuthz RightTo(Caller caller, PlannedChange change, bool undoes) => caller.IsService
        ? AuditAuthz.Allowed
        : RightOf(change.Targets.SelectMany(target => PermissionsFor(target.Request.Action, undoes)
            .Select(permission => rights.Decide(caller, permission, target.Request.Path, target.Wish.Name))));

    /// <summary>Whether this caller may do something wherever the change is felt, for every setting that it changes; and by which grants.</summary>
    public AuditAuthz? RightEverywhere(Caller caller, Permission permission, IEnumerable<string> places, IReadOnlyCollection<string> settings)
    {
        var decisions = places.SelectMany(place => settings.Select(setting => rights.Decide(caller, permission, place, setting))).ToList();
        return decisions.TrueForAll(decision => decision.IsAllowed) ? RightOf(decisions) : null;
    }

    /// <summary>A preview without what it would tell of places that are not the caller's.</summary>
    public ChangePreview Strip(Caller caller, ChangePreview preview) => rights.SightOf(caller).IsWhole
        ? preview
        : preview with { Files = [.. preview.Files.Select(Diffs.FileDiffs.WithoutContext)] };

    /// <summary>Records that somebody may not even look at what a change would do.</summary>
    public Problem Deny(Caller caller, ChangeRequest change, Problem refusal)
    {
        denials.Record(AuditRecords.Denied(caller, change.Targets is [var first, ..] ? first.Path : "", refusal));
        return refusal;
    }

    /// <summary>Whoever may not see everything and asks for what is not there may be looking for a way out.</summary>
    public Problem Note(Caller caller, ChangeRequest change, Problem problem) =>
        problem.Code == ProblemCodes.NotFound && !rights.SightOf(caller).IsWhole ? Deny(caller, change, problem) : problem;

    private Problem? Refuse(Caller caller, Sight sight, ChangeTarget target, bool undoes)
    {
        var permission = PermissionFor(target.Action);
        return Refuse(caller, sight, permission, target.Path, target.Setting)
            ?? (undoes ? Refuse(caller, sight, Permission.Rollback, target.Path, target.Setting) : null);
    }

    private Problem? Refuse(Caller caller, Sight sight, Permission permission, string path, string? setting) =>
        !sight.Names(path) ? NodeProblems.Unknown(path)
        : rights.Decide(caller, permission, path, setting).IsAllowed ? null
        : RightsProblems.NotHere(permission, path);

    private bool NeedsTicket(Caller caller, ChangeTarget target) =>
        !caller.IsService && rights.Decide(caller, PermissionFor(target.Action), target.Path, target.Setting).NeedsTicket;

    private static AuditAuthz RightOf(IEnumerable<Decision> decisions) => AuditAuthz.By(decisions.Select(decision => decision.By).OfType<Grant>());

    /// <summary>Everything that looks different afterwards, and everything else that reads a file that is written.</summary>
    public static IEnumerable<string> Reached(PlannedChange change) => change.Targets.Select(target => target.Request.Path)
        .Concat(change.TouchedPaths())
        .Concat(change.Commit.Files.SelectMany(file => change.Snapshot.Server.NodesServedBy(file.File)).Select(node => node.Path));

    private static IEnumerable<Permission> PermissionsFor(ChangeAction action, bool undoes) =>
        undoes ? [PermissionFor(action), Permission.Rollback] : [PermissionFor(action)];

    private static Permission PermissionFor(ChangeAction action) => action switch
    {
        ChangeAction.Set => Permission.SessionSet,
        ChangeAction.Clear => Permission.SessionClear,
        _ => Permission.LockSet,
    };
}
