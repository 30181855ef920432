using System.Diagnostics;
using SessionState.Faults.Hosting;
using SessionState.Faults.Running;

namespace SessionState.Faults.Sweeps;

/// <summary>Each flush takes half a second: the answer is true all the same, and whoever reads does not wait.</summary>
internal sealed class SlowDisk : FaultSweep
{
    public override string Id => "F8";

    public override string Title => "500 ms for each fsync: true answers, readers do not wait";

    public override string? Skip => Strace.Missing;

    public override void Run(Tally tally)
    {
        foreach (var kind in FaultServer.Kinds)
        {
            tally.Run(kind, () => Slow(kind, tally));
        }
    }

    private static void Slow(string kind, Tally tally)
    {
        using var folder = new WorkFolder();
        using var commit = new CountedCommit(folder.Server, kind);
        var reader = Hold.Load(folder.Server);
        var (done, times) = (false, new List<double>());
        var reading = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                var start = Stopwatch.GetTimestamp();
                reader.ReadContent(folder.Server.Host);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                Thread.Sleep(5);
            }
        });
        reading.Start();
        var (answer, _, _) = commit.Commit("fsync:delay_enter=500000");
        Volatile.Write(ref done, true);
        reading.Join();

        Hold.That(answer == "Committed ", $"{answer}");
        Hold.That(folder.Server.VersionOf(kind) == CountedCommit.Version, "not written");
        times.Sort();
        var slow = times[(int)(times.Count * 0.99)];
        Hold.That(slow <= 100, $"readers waited {slow:0} ms");
        tally.Notes.Add($"{kind}: p99 of {times.Count} reads {slow:0.0} ms");
    }
}
