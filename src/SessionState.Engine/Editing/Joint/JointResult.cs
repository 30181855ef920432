namespace SessionState.Engine.Editing.Joint;

/// <summary>Either a plan or a refusal.</summary>
public sealed class JointResult
{
    internal JointResult(JointPlan plan) => Plan = plan;

    internal JointResult(EditRefusal refusal, int step) => (Refusal, RefusedStep) = (refusal, step);

    /// <summary>The plan; null where refused.</summary>
    public JointPlan? Plan { get; }

    /// <summary>Why nothing can be done; null where planned.</summary>
    public EditRefusal? Refusal { get; }

    /// <summary>The first wish that is in the way, from 0; meaningless where planned.</summary>
    public int RefusedStep { get; }
}
