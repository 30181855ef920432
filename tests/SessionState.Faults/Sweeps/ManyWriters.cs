using System.Collections.Concurrent;
using System.Diagnostics;
using SessionState.Faults.Running;
using SessionState.Files;

namespace SessionState.Faults.Sweeps;

/// <summary>32 writers on one file, through two sets as two processes have: each version has one successor, and nobody waits for ever.</summary>
internal sealed class ManyWriters : FaultSweep
{
    private const int Writers = 32;

    public override string Id => "F11";

    public override string Title => "32 writers on one file";

    public override void Run(Tally tally) => Run(tally, TimeSpan.FromSeconds(60));

    /// <param name="tally">Counts.</param>
    /// <param name="time">How long.</param>
    public static void Run(Tally tally, TimeSpan time)
    {
        using var folder = new WorkFolder();
        var server = folder.Server.Reset();
        ConfigurationSet[] sets = [Hold.Load(server), Hold.Load(server)];
        var successes = new ConcurrentDictionary<string, int>();
        var outcomes = new ConcurrentDictionary<CommitOutcome, int>();
        var waits = new ConcurrentBag<TimeSpan>();
        var start = Stopwatch.GetTimestamp();
        var threads = Enumerable.Range(0, Writers).Select(writer => new Thread(() =>
        {
            for (var number = 1; Stopwatch.GetElapsedTime(start) < time; number++)
            {
                var base64 = sets[writer % 2].ReadContent(server.One)?.Hash ?? "";
                var text = $"<configuration><!-- writer {writer}, {number} --></configuration>";
                var asked = Stopwatch.GetTimestamp();
                var result = sets[writer % 2].Commit(new([new(server.One, base64, System.Text.Encoding.UTF8.GetBytes(text))]));
                waits.Add(Stopwatch.GetElapsedTime(asked));
                outcomes.AddOrUpdate(result.Outcome, 1, (_, count) => count + 1);
                if (result.IsCommitted)
                {
                    successes.AddOrUpdate(base64, 1, (_, count) => count + 1);
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        var all = outcomes.Values.Sum();
        for (var run = 0; run < all - 3; run++)
        {
            tally.Run("a commit", () => { });
        }

        tally.Run("one success for each version", () => Hold.That(successes.Values.All(count => count == 1), "a version has two successors"));
        tally.Run("committed or stale", () => Hold.That(
            outcomes.Keys.All(outcome => outcome is CommitOutcome.Committed or CommitOutcome.Stale), string.Join(' ', outcomes.Keys)));
        tally.Run("nobody waits more than ten seconds", () => Hold.That(waits.Max() <= TimeSpan.FromSeconds(10), $"{waits.Max()}"));
        tally.Notes.Add($"{outcomes.GetValueOrDefault(CommitOutcome.Committed)} committed, longest wait {waits.Max().TotalMilliseconds:0} ms");
    }
}
