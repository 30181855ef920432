using SessionState.Faults.Hosting;
using SessionState.Faults.Running;

namespace SessionState.Faults.Sweeps;

/// <summary>kill -9 at every system call of a commit that touches the disk.</summary>
internal sealed class KillAtCalls : FaultSweep
{
    public override string Id => "F2";

    public override string Title => "kill -9 at every system call of a commit";

    public override string? Skip => Strace.Missing;

    public override void Run(Tally tally) => Run(tally, FaultServer.Kinds, every: 1);

    /// <param name="tally">Counts.</param>
    /// <param name="kinds">Of commits.</param>
    /// <param name="every">Only each so many-th call.</param>
    public static void Run(Tally tally, IEnumerable<string> kinds, int every)
    {
        foreach (var kind in kinds)
        {
            using var folder = new WorkFolder();
            IReadOnlyDictionary<string, int> counts;
            using (var whole = new CountedCommit(folder.Server, kind))
            {
                counts = whole.Count();
            }

            var points = counts.SelectMany(call => Enumerable.Range(1, call.Value).Select(number => (call.Key, number))).ToList();
            for (var index = 0; index < points.Count; index += every)
            {
                var (call, number) = points[index];
                tally.Run($"{kind} at {call} {number}", () => Kill(folder.Server, kind, $"{call}:signal=KILL:when={number}", tally));
            }
        }
    }

    private static void Kill(FaultServer server, string kind, string inject, Tally tally)
    {
        using var commit = new CountedCommit(server, kind);
        Hold.That(commit.Commit(inject).Answer is null, "it was not killed");
        commit.Host.WaitUntilDead();
        Hold.Recovered(server, kind, tally, 0, CountedCommit.Version);
    }
}
