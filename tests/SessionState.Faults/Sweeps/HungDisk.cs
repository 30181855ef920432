using SessionState.Faults.Hosting;
using SessionState.Faults.Running;
using SessionState.Files;
using SessionState.Files.Disks.Linux;

namespace SessionState.Faults.Sweeps;

/// <summary>A flush does not come back: others are told after ten seconds, and when it does come back the change is made once.</summary>
internal sealed class HungDisk : FaultSweep
{
    public override string Id => "F9";

    public override string Title => "hung disk: others are told, nothing is made twice";

    public override void Run(Tally tally)
    {
        for (var flush = 1; flush <= 6; flush++)
        {
            tally.Run($"at flush {flush}", () => Hang(flush));
        }
    }

    private static void Hang(int at)
    {
        using var folder = new WorkFolder();
        var server = folder.Server.Reset();
        using var hung = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var count = 0;
        var disk = new LinuxDisk(descriptor =>
        {
            if (++count == at)
            {
                hung.Set();
                goOn.Wait();
            }

            return LibC.FSync(descriptor);
        });
        var set = ConfigurationSet.Load(server.Options, TimeProvider.System, disk).Set!;
        var other = Hold.Load(server);
        count = 0;
        var request = server.Commit(FaultServer.WebConfig, 1);
        var first = Task.Run(() => set.Commit(new(request)));
        hung.Wait();

        var second = other.Commit(new(server.Commit(FaultServer.WebConfig, 2)));
        Hold.That(second.Outcome is CommitOutcome.Busy, $"{second.Outcome}");
        Hold.That(other.ReadContent(server.Host) is not null, "nothing can be read");
        goOn.Set();

        Hold.That(first.Result.IsCommitted, first.Result.Message);
        Hold.That(set.Commit(new(request)).Outcome is CommitOutcome.Stale, "made twice");
        Hold.WorksAgain(other, server, FaultServer.WebConfig);
    }
}
