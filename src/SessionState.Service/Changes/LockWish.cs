using System.Collections.Immutable;
using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using OverrideMode = SessionState.Engine.Locking.OverrideMode;

namespace SessionState.Service.Changes;

/// <summary>A section is to be locked, unlocked, or left to the lock above.</summary>
internal sealed record LockWish(string Section, OverrideMode Mode) : ChangeWish
{
    public override string Name => Section;

    public override (ConfigurationPlan? Plan, EditRefusal? Refusal) Plan(
        ServerConfiguration server, ChangeTarget target, Func<string, SourceText?> readText)
    {
        var result = LockPlanner.Plan(server, new(target.Path, Section, Mode, target.CommitPath), readText);
        return (result.Plan, result.Refusal);
    }

    public override string Summary(ChangeTarget target, string place) => Mode switch
    {
        OverrideMode.Deny => $"Lock {Section} for {place}",
        OverrideMode.Allow => $"Unlock {Section} for {place}",
        _ => $"Let {place} inherit the lock of {Section}",
    };

    public override string? StateIn(ServerConfiguration server, ConfigurationPlan plan) =>
        server.Find(((LockPlan)plan).Edit.Path) is { } node ? LockReader.SaidBy(node, Section, plan.Target.File).ToString() : null;

    public override string? SaidIn(ServerConfiguration server, ConfigurationPlan plan) => StateIn(server, plan);

    public override ImmutableArray<SettingChange> Effects(ConfigurationPlan plan) => OfMain(Section, ((LockPlan)plan).Effects);
}
