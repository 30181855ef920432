using System.Collections.Immutable;
using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Service.Changes;

/// <summary>A setting is to get a value, or to inherit again.</summary>
internal sealed record SettingWish(Setting Setting, EditAction Action, string? Raw) : ChangeWish
{
    public override string Name => Setting.Name;

    public override string? Value => Raw is { } raw && Setting.TryNormalize(raw, out var canonical, out _) ? canonical : null;

    // Two settings in one place stand in each other's way only as text, which the planner sees itself.
    public override bool KeepsOrder => false;

    public override (ConfigurationPlan? Plan, EditRefusal? Refusal) Plan(
        ServerConfiguration server, ChangeTarget target, Func<string, SourceText?> readText)
    {
        var result = EditPlanner.Plan(server, new(target.Path, Setting, Action, Raw, target.CommitPath), readText);
        return (result.Plan, result.Refusal);
    }

    public override string Summary(ChangeTarget target, string place) => ChangeSummary.Of(target, Setting, place);

    public override string? StateIn(ServerConfiguration server, ConfigurationPlan plan) =>
        ValueAt(server, ((EditPlan)plan).Edit.Path, Setting);

    public override string? SaidIn(ServerConfiguration server, ConfigurationPlan plan) =>
        ExplicitValue.Read(server, ((EditPlan)plan).Edit.Path, Setting, plan.Target);

    public override ImmutableArray<SettingChange> Effects(ConfigurationPlan plan) =>
        [.. ((EditPlan)plan).Effects.Select(effect => new SettingChange(Setting, effect.Node, effect.Before, effect.After))];
}
