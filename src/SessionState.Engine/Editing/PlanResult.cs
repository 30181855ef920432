namespace SessionState.Engine.Editing;

/// <summary>Either a plan or a refusal.</summary>
/// <typeparam name="TPlan">What kind of plan.</typeparam>
public sealed class PlanResult<TPlan>
    where TPlan : ConfigurationPlan
{
    internal PlanResult(TPlan plan) => Plan = plan;

    internal PlanResult(EditRefusal refusal) => Refusal = refusal;

    /// <summary>The plan; null where refused.</summary>
    public TPlan? Plan { get; }

    /// <summary>The refusal; null where planned.</summary>
    public EditRefusal? Refusal { get; }
}
