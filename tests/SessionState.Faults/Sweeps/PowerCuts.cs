using SessionState.Faults.Hosting;
using SessionState.Faults.Running;
using SessionState.Files;

namespace SessionState.Faults.Sweeps;

/// <summary>The power is cut at every boundary of a commit, and at any moment while changes are made as fast as they can be.</summary>
internal sealed class PowerCuts : FaultSweep
{
    private const int RandomCuts = 500;

    public override string Id => "F5";

    public override string Title => "power cut at every boundary and at random moments";

    public override string? Skip => Mounted.Missing;

    public override void Run(Tally tally)
    {
        using var room = new PowerCutRoom();
        AtBoundaries(room, tally, every: 1);
        AtRandom(room, tally, RandomCuts);
    }

    /// <param name="room">Where.</param>
    /// <param name="tally">Counts.</param>
    /// <param name="every">Only each so many-th boundary.</param>
    public static void AtBoundaries(PowerCutRoom room, Tally tally, int every)
    {
        var wasCut = true;
        for (var index = 0; wasCut; index += every)
        {
            tally.Run($"at boundary {index}", () => wasCut = room.Cut(index, missing: 0, edit: false, tally));
        }

        tally.Run("after the answer and an edit", () => room.Cut(int.MaxValue, missing: 0, edit: true, tally));
    }

    private static void AtRandom(PowerCutRoom room, Tally tally, int times)
    {
        var random = new Random(1);
        var changes = 0;
        room.Reset();
        for (var cut = 0; cut < times; cut++)
        {
            tally.Run($"random cut {cut}", () => changes += AtRandom(room, tally, random));
        }

        tally.Notes.Add($"{changes} acknowledged changes, none lost");
    }

    private static int AtRandom(PowerCutRoom room, Tally tally, Random random)
    {
        var server = room.Server;
        var set = tally.Recovery(() => Hold.Load(server));
        Hold.That(set.Recovery.IsFinished, "not finished");
        var (first, stop) = (server.VersionOf(FaultServer.TwoFiles), false);
        var (acknowledged, changes) = (first, random.Next(6));
        using var enough = new ManualResetEventSlim();
        var writer = new Thread(() =>
        {
            do
            {
                if (acknowledged - first >= changes)
                {
                    enough.Set();
                }
            }
            while (!Volatile.Read(ref stop) && TryCommit(set, server, acknowledged + 1) && ++acknowledged > 0);
        });
        writer.Start();
        enough.Wait();
        Thread.Sleep(random.Next(20));
        room.CutPower();
        Volatile.Write(ref stop, true);
        writer.Join();
        room.Restart();

        var next = tally.Recovery(() => Hold.Load(server));
        Hold.That(next.Recovery.IsFinished, next.Recovery.Commits.FirstOrDefault()?.Message ?? "not finished");
        var version = server.VersionOf(FaultServer.TwoFiles);
        Hold.That(version == acknowledged || version == acknowledged + 1, $"{acknowledged} was acknowledged, {version} is there");
        Hold.That(server.Leftovers().Count == 0, $"left over: {string.Join(' ', server.Leftovers())}");
        return acknowledged - first;
    }

    private static bool TryCommit(ConfigurationSet set, FaultServer server, int version)
    {
        try
        {
            return set.Commit(new(server.Commit(FaultServer.TwoFiles, version))).IsCommitted;
        }
        catch (IOException)
        {
            return false; // the old version cannot even be read any more
        }
    }
}
