using System.Diagnostics;
using System.Globalization;

namespace SessionState.Faults.Sweeps;

/// <summary>Runs sweeps and prints a row for each.</summary>
internal static class FaultTable
{
    public static int Run(IReadOnlyList<FaultSweep> sweeps)
    {
        var failed = 0;
        Console.WriteLine("| Sweep | What | Runs | Failures | Seconds | |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var sweep in sweeps)
        {
            if (sweep.Skip is { } reason)
            {
                Console.WriteLine($"| {sweep.Id} | {sweep.Title} | skipped | | | {reason} |");
                continue;
            }

            var (start, tally) = (Stopwatch.GetTimestamp(), new Tally());
            sweep.Run(tally);
            failed += tally.Failures.Count;
            Print(sweep, tally, Stopwatch.GetElapsedTime(start));
        }

        return failed == 0 ? 0 : 1;
    }

    private static void Print(FaultSweep sweep, Tally tally, TimeSpan elapsed)
    {
        var notes = tally.SlowestRecovery > TimeSpan.Zero
            ? tally.Notes.Append($"slowest recovery {tally.SlowestRecovery.TotalMilliseconds:0} ms") : tally.Notes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {sweep.Id} | {sweep.Title} | {tally.Runs} | {tally.Failures.Count} | {elapsed.TotalSeconds:0.0} | {string.Join("; ", notes)} |"));
        foreach (var failure in tally.Failures.Take(20))
        {
            Console.WriteLine($"    {failure}");
        }
    }
}
