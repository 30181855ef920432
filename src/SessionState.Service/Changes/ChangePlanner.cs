using System.Collections.Immutable;
using SessionState.Contracts;
using SessionState.Engine.Editing.Joint;
using SessionState.Files;

namespace SessionState.Service.Changes;

/// <summary>Works a request out on the current snapshot, without writing anything.</summary>
internal sealed class ChangePlanner(ConfigurationSet files)
{
    private const int Attempts = 3;

    public ServiceResult<PlannedChange> Plan(ChangeRequest request)
    {
        if (!RequestedTargets.Read(request).Succeeded(out var wishes, out var senseless))
        {
            return senseless;
        }

        var steps = request.Targets.Zip(wishes, (target, wish) =>
            new PlanStep(wish.KeepsOrder, (server, readText) => wish.Plan(server, target, readText))).ToList();
        for (var attempt = 1; ; attempt++)
        {
            var snapshot = files.Current;
            var texts = new SnapshotTexts(files, snapshot);
            var result = JointPlanner.Plan(snapshot.Server, steps, texts.Read);
            if (texts.StaleFile is { } file)
            {
                // Somebody is writing just now: take up the new state and work it out again.
                files.Refresh();
                if (attempt < Attempts)
                {
                    continue;
                }

                return KeepsChanging(file);
            }

            return result.Plan is { } plan
                ? ToPlanned(snapshot, request, wishes, plan, texts)
                : RequestedTargets.AtTarget(request, result.RefusedStep, ContractMapping.ToProblem(result.Refusal!));
        }
    }

    private static PlannedChange ToPlanned(
        ConfigurationSnapshot snapshot, ChangeRequest request, IReadOnlyList<ChangeWish> wishes, JointPlan plan, SnapshotTexts texts)
    {
        ImmutableArray<PlannedTarget> targets =
            [.. request.Targets.Select((target, index) => ToPlanned(snapshot, target, wishes[index], plan, index))];
        var spelled = new ChangeRequest([.. targets.Select(target => target.Request)], snapshot.Revision);
        var commit = texts.ToCommit(plan.Files, plan.After);
        return new(spelled, targets, plan, commit, PlanDigest.Of(targets, plan, commit))
        {
            Snapshot = snapshot,
            Effects = PlannedEffects.Of(snapshot.Server, plan.After, targets),
        };
    }

    private static PlannedTarget ToPlanned(
        ConfigurationSnapshot snapshot, ChangeTarget target, ChangeWish wish, JointPlan joint, int index)
    {
        var server = snapshot.Server;
        var plan = joint.Plans[index];
        var spelled = target with
        {
            Path = server.Find(target.Path)?.Path ?? target.Path,
            Setting = wish.Name,
            Value = wish.Value,
            CommitPath = target.Action == ChangeAction.Repair ? null : plan.Target.CommitPath,
        };

        return new(spelled, wish, plan)
        {
            Before = wish.StateIn(server, plan),
            After = wish.StateIn(joint.After, plan),
            Was = wish.SaidIn(server, plan),
            Wrote = wish.SaidIn(joint.After, plan),
        };
    }

    private static Problem KeepsChanging(string file) => new(
        ProblemCodes.Busy, "The file keeps changing", $"{file} is being written by another program again and again.", 423)
    {
        File = file,
        Remedy = "Wait until the other program has finished, then try again.",
    };
}
