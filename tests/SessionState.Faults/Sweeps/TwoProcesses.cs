using SessionState.Faults.Hosting;
using SessionState.Faults.Running;
using SessionState.Files;

namespace SessionState.Faults.Sweeps;

/// <summary>Two processes on the same server, as while a pool is recycled: they take turns, and the lock of one that was killed is free.</summary>
internal sealed class TwoProcesses : FaultSweep
{
    public override string Id => "F12";

    public override string Title => "two processes: they take turns; a killed one holds nothing";

    public override void Run(Tally tally)
    {
        tally.Run("200 changes each at the same time", () => TakeTurns(200));
        tally.Run("a lock that is held", Wait);
        for (var time = 0; time < 20; time++)
        {
            tally.Run($"killed while it holds the lock {time}", KillTheHolder);
        }
    }

    public static void TakeTurns(int times)
    {
        using var folder = new WorkFolder();
        var server = folder.Server.Reset();
        using var one = new HostProcess(server);
        using var other = new HostProcess(server);
        one.Send($"count {FaultServer.TwoFiles} {times}");
        other.Send($"count {FaultServer.TwoFiles} {times}");
        Hold.That(one.ReadLine() == $"counted {times}", "the first did not get through");
        Hold.That(other.ReadLine() == $"counted {times}", "the second did not get through");
        Hold.That(server.VersionOf(FaultServer.TwoFiles) == 2 * times, $"{server.VersionOf(FaultServer.TwoFiles)} changes of {2 * times}");
    }

    public static void KillTheHolder()
    {
        using var folder = new WorkFolder();
        var server = folder.Server.Reset();
        using var holder = new HostProcess(server);
        Hold.That(holder.Ask("hold") is "held", "not held");
        holder.Kill();
        holder.WaitUntilDead();
        Hold.WorksAgain(Hold.Load(server), server, FaultServer.WebConfig);
    }

    private static void Wait()
    {
        using var folder = new WorkFolder();
        var server = folder.Server.Reset();
        using var holder = new HostProcess(server);
        Hold.That(holder.Ask("hold") is "held", "not held");
        var result = Hold.Load(server).Commit(new(server.Commit(FaultServer.WebConfig, 1)));
        Hold.That(result.Outcome is CommitOutcome.Busy && server.VersionOf(FaultServer.WebConfig) == 0, $"{result.Outcome}");
    }
}
