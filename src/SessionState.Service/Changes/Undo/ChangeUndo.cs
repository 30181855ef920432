using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Changes.Undo;

/// <summary>Finds out from the audit what takes a change back, and whether somebody changed the same since.</summary>
internal sealed class ChangeUndo(AuditReader audit)
{
    public ServiceResult<UndoneChange> Find(Guid changeId)
    {
        if (!audit.OfChange(changeId).Succeeded(out var records, out var unreadable))
        {
            return unreadable;
        }

        var outcomes = records.Where(record => record.Type is AuditType.Outcome or AuditType.Recovered).ToList();
        if (outcomes.Count == 0)
        {
            return ChangeSight.NoSuchChange(changeId);
        }

        if (outcomes[0].Res?.Code != AuditResult.Applied)
        {
            return UndoProblems.NotApplied(outcomes[0]);
        }

        var targets = new List<UndoneTarget>();
        foreach (var record in outcomes)
        {
            if (!ToTarget(record).Succeeded(out var target, out var problem))
            {
                return problem;
            }

            targets.Add(target);
        }

        targets.Reverse();
        return new UndoneChange(changeId, [.. targets], outcomes[^1].Seq);
    }

    /// <summary>Why it must not be taken back now; null where it may.</summary>
    public Problem? Compare(UndoneChange undone, PlannedChange plan)
    {
        foreach (var (target, was) in plan.Targets.Zip(undone.Targets))
        {
            if (target.Was != was.Wrote)
            {
                return UndoProblems.ChangedSince(target, was, audit.NewestAbout(target.Request.Path, target.Wish.Name, undone.AuditSequence));
            }
        }

        return null;
    }

    private static ServiceResult<UndoneTarget> ToTarget(AuditRecord record)
    {
        if (record.Do is not { Action: { } action, Path: { } path, Setting: { } setting } done)
        {
            return UndoProblems.TooOld(record.Seq);
        }

        if (action == ChangeAction.Repair)
        {
            return UndoProblems.ARepair(path);
        }

        return done.Said is { } said
            ? new UndoneTarget(Back(action, path, setting, said.Before, done.CommitPath), said.After)
            : UndoProblems.TooOld(record.Seq);
    }

    private static ChangeTarget Back(ChangeAction action, string path, string setting, string? was, string? commitPath) =>
        action is ChangeAction.Set or ChangeAction.Clear
            ? new(path, setting, was is null ? ChangeAction.Clear : ChangeAction.Set, was, commitPath)
            : new(path, setting, LockAction(was), null, commitPath);

    private static ChangeAction LockAction(string? mode) => mode switch
    {
        nameof(OverrideMode.Deny) => ChangeAction.Lock,
        nameof(OverrideMode.Allow) => ChangeAction.Unlock,
        _ => ChangeAction.InheritLock,
    };
}
