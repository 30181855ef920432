using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Engine.Schema;
using OverrideMode = SessionState.Engine.Locking.OverrideMode;

namespace SessionState.Service.Changes;

/// <summary>Understands requests.</summary>
internal static class ChangeWishes
{
    /// <summary>What the request wants; a problem where it makes no sense whatever the configuration says.</summary>
    public static ServiceResult<ChangeWish> Read(ChangeTarget target)
    {
        if (target.Action is ChangeAction.Set or ChangeAction.Clear)
        {
            return Settings.Find(target.Setting) is not { } setting ? UnknownSetting(target.Setting)
                : (target.Action == ChangeAction.Set) != target.Value is not null
                    ? Problems.Invalid("value", "To set a setting takes a value; to clear it takes none.")
                    : new SettingWish(setting, target.Action == ChangeAction.Set ? EditAction.Set : EditAction.Clear, target.Value);
        }

        if (Settings.All.FirstOrDefault(known => known.Section.Equals(target.Setting, StringComparison.OrdinalIgnoreCase)) is not { } any)
        {
            return UnknownSection(target.Setting);
        }

        return target.Value is not null ? Problems.Invalid("value", "A lock or a repair takes no value.")
            : target.Action == ChangeAction.Repair && target.CommitPath is not null
                ? Problems.Invalid("commitPath", "A repair is made in the file that breaks the lock, and takes no commit path.")
            : target.Action switch
            {
                ChangeAction.Lock => new LockWish(any.Section, OverrideMode.Deny),
                ChangeAction.Unlock => new LockWish(any.Section, OverrideMode.Allow),
                ChangeAction.InheritLock => new LockWish(any.Section, OverrideMode.Inherit),
                _ => new RepairWish(any.Section),
            };
    }

    private static Problem UnknownSetting(string name) => new(
        ProblemCodes.NotFound, "No such setting", $"There is no setting '{name}'.", 404)
    {
        Field = "setting",
        Remedy = $"There are: {string.Join(", ", Settings.All.Select(setting => setting.Name))}.",
    };

    private static Problem UnknownSection(string name) => new(
        ProblemCodes.NotFound, "No such section", $"There is no section '{name}' whose locks are managed here.", 404)
    {
        Field = "setting",
        Remedy = $"There are: {string.Join(", ", Settings.All.Select(setting => setting.Section).Distinct())}.",
    };
}
