using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing.Joint;

/// <summary>
/// Plans several wishes as one change. Wishes for different places of a file are planned on the same snapshot and put together, so that a
/// thousand of them read a large file once; those that meet in one place are planned in rounds, each on what the last one left.
/// </summary>
public static class JointPlanner
{
    /// <summary>Plans all of them, or none. Pure: reads text only through the function and writes nothing.</summary>
    /// <param name="server">The snapshot.</param>
    /// <param name="steps">The wishes, at least one.</param>
    /// <param name="readText">A file's text, the one the snapshot was read from; null where the file does not exist.</param>
    public static JointResult Plan(ServerConfiguration server, IReadOnlyList<PlanStep> steps, Func<string, SourceText?> readText)
    {
        if (steps is [var only])
        {
            var (plan, refusal) = only.Plan(server, readText);
            return plan is null ? new(refusal!, 0) : new(new JointPlan([plan], plan.Files, plan.After));
        }

        var state = new JointState(server, readText);
        var keepsOrder = steps.Any(step => step.KeepsOrder);
        var plans = new ConfigurationPlan[steps.Count];
        for (var open = Enumerable.Range(0, steps.Count).ToList(); open.Count > 0;)
        {
            var round = new JointRound();
            var later = new List<int>();
            foreach (var index in open)
            {
                if (keepsOrder && later.Count > 0)
                {
                    later.Add(index);
                    continue;
                }

                var (plan, refusal) = steps[index].Plan(state.Server, state.Read);
                if (plan is null && round.IsEmpty)
                {
                    return new(refusal!, index);
                }

                // What is refused beside others may work on what they leave.
                if (plan is not null && round.TryAdd(plan))
                {
                    plans[index] = plan;
                }
                else
                {
                    later.Add(index);
                }
            }

            if (state.Take(round) is { } broken)
            {
                return new(broken, open.First(index => !later.Contains(index)));
            }

            open = later;
        }

        return new(new JointPlan([.. plans], state.Files(), state.Server));
    }
}
