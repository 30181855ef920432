using System.Collections.Immutable;
using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Repairs;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Service.Changes;

/// <summary>A web.config is to lose what a lock forbids it.</summary>
internal sealed record RepairWish(string Section) : ChangeWish
{
    public override string Name => Section;

    public override (ConfigurationPlan? Plan, EditRefusal? Refusal) Plan(
        ServerConfiguration server, ChangeTarget target, Func<string, SourceText?> readText)
    {
        var result = RepairPlanner.Plan(server, new(target.Path, Section), readText);
        return (result.Plan, result.Refusal);
    }

    public override string Summary(ChangeTarget target, string place) => $"Repair {Section} at {place}";

    public override string? StateIn(ServerConfiguration server, ConfigurationPlan plan) =>
        ValueAt(server, ((RepairPlan)plan).Edit.Path, MainSetting(Section));

    public override string? SaidIn(ServerConfiguration server, ConfigurationPlan plan) => null;

    public override ImmutableArray<SettingChange> Effects(ConfigurationPlan plan) => OfMain(Section, ((RepairPlan)plan).Effects);
}
