using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing.Joint;

/// <summary>One of several wishes that are planned together.</summary>
/// <param name="KeepsOrder">
/// True where what comes before or after may decide whether it is possible: locks and repairs. Settings in different places never
/// stand in each other's way.
/// </param>
/// <param name="Plan">Plans it on a snapshot: the plan, or the refusal.</param>
public sealed record PlanStep(
    bool KeepsOrder, Func<ServerConfiguration, Func<string, SourceText?>, (ConfigurationPlan? Plan, EditRefusal? Refusal)> Plan);
