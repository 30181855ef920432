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

    public override (ConfigurationPlan? Plan, EditRefusal? Refusal) Plan(
        ServerConfiguration server, ChangeRequest request, Func<string, SourceText?> readText)
    {
        var result = EditPlanner.Plan(server, new(request.Path, Setting, Action, Raw, request.CommitPath), readText);
        return (result.Plan, result.Refusal);
    }

    public override string Summary(ChangeRequest request) => ChangeSummary.Of(request, Setting);

    public override string? StateIn(ServerConfiguration server, ConfigurationPlan plan) =>
        ValueAt(server, ((EditPlan)plan).Edit.Path, Setting);

    public override ImmutableArray<ValueChange> Effects(ConfigurationPlan plan) => ((EditPlan)plan).Effects;
}
