using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Files;

namespace SessionState.Service.Changes;

/// <summary>Works a request out on the current snapshot, without writing anything.</summary>
internal sealed class ChangePlanner(ConfigurationSet files)
{
    private const int Attempts = 3;

    public ServiceResult<PlannedChange> Plan(ChangeRequest request)
    {
        if (!ChangeWishes.Read(request).Succeeded(out var wish, out var senseless))
        {
            return senseless;
        }

        for (var attempt = 1; ; attempt++)
        {
            var snapshot = files.Current;
            var texts = new SnapshotTexts(files, snapshot);
            var (plan, refusal) = wish.Plan(snapshot.Server, request, texts.Read);
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

            return plan is not null ? ToPlanned(snapshot, request, wish, plan, texts) : ContractMapping.ToProblem(refusal!);
        }
    }

    private static PlannedChange ToPlanned(
        ConfigurationSnapshot snapshot, ChangeRequest request, ChangeWish wish, ConfigurationPlan plan, SnapshotTexts texts)
    {
        var server = snapshot.Server;
        var spelled = request with
        {
            Path = server.Find(request.Path)?.Path ?? request.Path,
            Setting = wish.Name,
            Value = wish.Value,
            CommitPath = request.Action == ChangeAction.Repair ? null : plan.Target.CommitPath,
            Revision = snapshot.Revision,
        };

        var commit = texts.ToCommit(plan);
        return new(spelled, wish, plan, commit, PlanDigest.Of(spelled, plan, commit))
        {
            Snapshot = snapshot,
            Before = wish.StateIn(server, plan),
            After = wish.StateIn(plan.After, plan),
        };
    }

    private static Problem KeepsChanging(string file) => new(
        ProblemCodes.Busy, "The file keeps changing", $"{file} is being written by another program again and again.", 423)
    {
        File = file,
        Remedy = "Wait until the other program has finished, then try again.",
    };
}
