namespace SessionState.Engine.Editing;

/// <summary>Either a plan or a refusal.</summary>
public sealed class EditResult
{
    private EditResult(EditPlan? plan, EditRefusal? refusal)
    {
        Plan = plan;
        Refusal = refusal;
    }

    /// <summary>The plan; null where refused.</summary>
    public EditPlan? Plan { get; }

    /// <summary>The refusal; null where planned.</summary>
    public EditRefusal? Refusal { get; }

    /// <summary>A result that is a plan.</summary>
    public static EditResult Planned(EditPlan plan) => new(plan, null);

    /// <summary>A result that is a refusal.</summary>
    public static EditResult Refused(EditRefusal refusal) => new(null, refusal);
}
