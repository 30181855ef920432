using SessionState.Faults.Hosting;
using SessionState.Faults.Running;
using SessionState.Files.Committing;

namespace SessionState.Faults.Sweeps;

/// <summary>kill -9 in a commit, and in the recovery of that, and in the recovery of that.</summary>
internal sealed class KillInRecoveries : FaultSweep
{
    private const int MostSteps = 24;

    public override string Id => "F15";

    public override string Title => "kill -9 in recoveries, three deep";

    public override void Run(Tally tally) => Run(tally, every: 1);

    /// <param name="tally">Counts.</param>
    /// <param name="every">Only each so many-th boundary.</param>
    public static void Run(Tally tally, int every)
    {
        using var folder = new WorkFolder();
        var replaced = KillAtBoundaries.Steps(folder.Server, FaultServer.TwoFiles).ToList().IndexOf(CommitStep.Replaced);
        for (var first = 0; first < MostSteps; first += every)
        {
            tally.Run($"recovery at {first}", () => Kill(folder.Server.Reset(), replaced, first, tally));
        }
    }

    private static void Kill(FaultServer server, int commit, int first, Tally tally)
    {
        Ask(server, $"commit-killed-at {FaultServer.TwoFiles} 1 {commit}");
        Ask(server, $"recover-killed-at {first}");
        Ask(server, $"recover-killed-at {first / 2}");
        Ask(server, $"recover-killed-at {MostSteps - first}");
        Hold.Recovered(server, FaultServer.TwoFiles, tally, 1);
    }

    // Where less is left to do than before, it may live.
    private static void Ask(FaultServer server, string line)
    {
        using var host = new HostProcess(server);
        if (host.Ask(line) is null)
        {
            host.WaitUntilDead();
        }
    }
}
