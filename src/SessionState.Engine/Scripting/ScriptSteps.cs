using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Editing.Repairs;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;

namespace SessionState.Engine.Scripting;

/// <summary>Plans as steps of a script.</summary>
public static class ScriptSteps
{
    /// <summary>What makes the change.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="after">The snapshot as it will be, with everything that is changed together.</param>
    public static ScriptStep Of(ConfigurationPlan plan, ServerConfiguration after) => plan switch
    {
        EditPlan edit => ToStep(edit, edit.Edit.Action == EditAction.Clear ? null : Accepted(edit), after),
        LockPlan { Edit: var edit } => ToStep(plan, edit.Path, edit.Section, Verb(edit.Mode)),
        RepairPlan { Edit: var edit } => ToStep(plan, edit.Path, edit.Section, ScriptVerb.Repair),
        _ => throw new ArgumentException("There is no such plan.", nameof(plan)),
    };

    /// <summary>What takes it back: the value or word that stands in the place that the plan writes.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="before">The snapshot before anything is changed.</param>
    public static ScriptStep Undo(ConfigurationPlan plan, ServerConfiguration before) => plan switch
    {
        EditPlan edit => ToStep(edit, ExplicitValue.Read(before, edit.Edit.Path, edit.Edit.Setting, edit.Target), before),
        LockPlan { Edit: var edit, Undo: var undo } => ToStep(plan, edit.Path, edit.Section, Verb(undo.Mode)),
        _ => Of(plan, before),
    };

    private static string? Accepted(EditPlan edit) =>
        edit.Edit.Setting.TryNormalize(edit.Edit.Value ?? "", out var canonical, out _) ? canonical : edit.Edit.Value;

    private static ScriptStep ToStep(EditPlan plan, string? value, ServerConfiguration server)
    {
        var (path, setting) = (plan.Edit.Path, plan.Edit.Setting);
        return ToStep(plan, path, setting.Section, value is null ? ScriptVerb.Clear : ScriptVerb.Set) with
        {
            Setting = setting,
            Value = value,
            EmptiesSection = value is null && !IsIn(server, path, setting.Section, plan.Target),
        };
    }

    private static ScriptStep ToStep(ConfigurationPlan plan, string path, string section, ScriptVerb verb) =>
        new(verb, path, section, plan.Target.CommitPath, plan.Target.LocationPath);

    private static ScriptVerb Verb(OverrideMode mode) => mode switch
    {
        OverrideMode.Allow => ScriptVerb.Unlock,
        OverrideMode.Deny => ScriptVerb.Lock,
        _ => ScriptVerb.InheritLock,
    };

    private static bool IsIn(ServerConfiguration server, string path, string section, CommitTarget place) =>
        (server.Find(path)?.State(section)?.Inputs ?? []).Any(input =>
            input.File.Path == place.File && ExplicitValue.IsSame(input.Section.Location, place.LocationPath));
}
