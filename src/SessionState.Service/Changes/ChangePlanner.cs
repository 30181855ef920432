using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Files;

namespace SessionState.Service.Changes;

/// <summary>Works a request out on the current snapshot, without writing anything.</summary>
internal sealed class ChangePlanner(ConfigurationSet files)
{
    private const int Attempts = 3;

    public ServiceResult<PlannedChange> Plan(ChangeRequest request)
    {
        if (Settings.Find(request.Setting) is not { } setting)
        {
            return UnknownSetting(request.Setting);
        }

        if (request.Action == ChangeAction.Set != request.Value is not null)
        {
            return Problems.Invalid("value", "To set a setting takes a value; to clear it takes none.");
        }

        for (var attempt = 1; ; attempt++)
        {
            var snapshot = files.Current;
            var texts = new SnapshotTexts(files, snapshot);
            var edit = new SettingEdit(request.Path, setting, ContractMapping.ToEngine(request.Action), request.Value, request.CommitPath);
            var result = EditPlanner.Plan(snapshot.Server, edit, texts.Read);
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

            return result.Plan is { } plan ? ToPlanned(snapshot, request, plan, texts) : ContractMapping.ToProblem(result.Refusal!);
        }
    }

    private static PlannedChange ToPlanned(ConfigurationSnapshot snapshot, ChangeRequest request, EditPlan plan, SnapshotTexts texts)
    {
        var (server, setting) = (snapshot.Server, plan.Edit.Setting);
        var spelled = request with
        {
            Path = server.Find(request.Path)?.Path ?? request.Path,
            Setting = setting.Name,
            Value = request.Value is { } raw && setting.TryNormalize(raw, out var canonical, out _) ? canonical : null,
            CommitPath = plan.Target.CommitPath,
            Revision = snapshot.Revision,
        };

        var commit = texts.ToCommit(plan);
        return new(spelled, plan, commit, PlanDigest.Of(spelled, plan, commit))
        {
            Snapshot = snapshot,
            Before = ValueAt(server, spelled.Path, setting),
            After = ValueAt(plan.After, spelled.Path, setting),
        };
    }

    public static string? ValueAt(ServerConfiguration server, string path, Setting setting) =>
        server.Find(path) is { } node ? EffectiveValueReader.Read(node, setting).Value : null;

    private static Problem UnknownSetting(string name) => new(
        ProblemCodes.NotFound, "No such setting", $"There is no setting '{name}'.", 404)
    {
        Field = "setting",
        Remedy = $"There are: {string.Join(", ", Settings.All.Select(setting => setting.Name))}.",
    };

    private static Problem KeepsChanging(string file) => new(
        ProblemCodes.Busy, "The file keeps changing", $"{file} is being written by another program again and again.", 423)
    {
        File = file,
        Remedy = "Wait until the other program has finished, then try again.",
    };
}
