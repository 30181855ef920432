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
        ServerConfiguration server, ChangeRequest request, Func<string, SourceText?> readText)
    {
        var result = LockPlanner.Plan(server, new(request.Path, Section, Mode, request.CommitPath), readText);
        return (result.Plan, result.Refusal);
    }

    public override string Summary(ChangeRequest request) => Mode switch
    {
        OverrideMode.Deny => $"Lock {Section} for {PlaceOf(request)}",
        OverrideMode.Allow => $"Unlock {Section} for {PlaceOf(request)}",
        _ => $"Let {PlaceOf(request)} inherit the lock of {Section}",
    };

    public override string? StateIn(ServerConfiguration server, ConfigurationPlan plan) =>
        server.Find(((LockPlan)plan).Edit.Path) is { } node ? LockReader.SaidBy(node, Section, plan.Target.File).ToString() : null;

    public override ImmutableArray<ValueChange> Effects(ConfigurationPlan plan) => OfMain(Section, ((LockPlan)plan).Effects);
}
