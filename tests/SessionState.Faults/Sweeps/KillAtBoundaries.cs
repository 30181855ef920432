using SessionState.Faults.Hosting;
using SessionState.Faults.Running;
using SessionState.Files.Committing;

namespace SessionState.Faults.Sweeps;

/// <summary>kill -9 at every boundary of a commit.</summary>
internal sealed class KillAtBoundaries : FaultSweep
{
    public override string Id => "F1";

    public override string Title => "kill -9 at every boundary of a commit";

    public override void Run(Tally tally) => Run(tally, every: 1);

    /// <param name="tally">Counts.</param>
    /// <param name="every">Only each so many-th boundary.</param>
    public static void Run(Tally tally, int every)
    {
        foreach (var kind in FaultServer.Kinds)
        {
            using var folder = new WorkFolder();
            var steps = Steps(folder.Server, kind);
            for (var index = 0; index < steps.Count; index += every)
            {
                tally.Run($"{kind} at {index} ({steps[index]})", () => Kill(folder.Server.Reset(), kind, index, steps, tally));
            }
        }
    }

    public static IReadOnlyList<CommitStep> Steps(FaultServer server, string kind)
    {
        var steps = new List<CommitStep>();
        var set = Hold.Load(server.Reset());
        set.Failpoint = (step, _) => steps.Add(step);
        Hold.That(set.Commit(new(server.Commit(kind, 1))).IsCommitted, "no commit");
        return steps;
    }

    private static void Kill(FaultServer server, string kind, int index, IReadOnlyList<CommitStep> steps, Tally tally)
    {
        using var host = new HostProcess(server);
        Hold.That(host.Ask($"commit-killed-at {kind} 1 {index}") is null, "it was not killed");
        host.WaitUntilDead();

        var isPromised = index >= steps.ToList().IndexOf(CommitStep.FlushJournal);
        Hold.Recovered(server, kind, tally, isPromised ? 1 : 0);
    }
}
