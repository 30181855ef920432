using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Joint;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.Editing.Joint;

/// <summary>Wishes as steps of a joint plan.</summary>
internal static class Steps
{
    public static PlanStep Set(string path, string? value, Setting? setting = null, string? at = null) => new(false, (server, readText) =>
    {
        var action = value is null ? EditAction.Clear : EditAction.Set;
        var result = EditPlanner.Plan(server, new(path, setting ?? Settings.AllowSessionState, action, value, at), readText);
        return (result.Plan, result.Refusal);
    });

    public static PlanStep Lock(string path, OverrideMode mode, string? at = null) => new(true, (server, readText) =>
    {
        var result = LockPlanner.Plan(server, new(path, Settings.AllowSessionState.Section, mode, at), readText);
        return (result.Plan, result.Refusal);
    });
}
