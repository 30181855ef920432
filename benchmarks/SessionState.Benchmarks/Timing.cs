using System.Globalization;

namespace SessionState.Benchmarks;

/// <summary>Times a subject against its baseline: in turns, so that both meet the same machine, and reports medians.</summary>
internal static class Timing
{
    /// <returns>Median milliseconds of the subject and of the baseline.</returns>
    public static (double Subject, double Baseline) Compare(string what, string baselineName, Action baseline, Action subject, int rounds)
    {
        baseline();
        subject();
        var (baselines, subjects) = (new Measured[rounds], new Measured[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            baselines[i] = Measured.Run(baseline);
            subjects[i] = Measured.Run(subject);
        }

        var (ours, theirs) = (Measured.Median(subjects), Measured.Median(baselines));
        Report(what, string.Create(
            CultureInfo.InvariantCulture,
            $"{ours.Wall / theirs.Wall:0.00} x, CPU {ours.Cpu / theirs.Cpu:0.00} x  ({ours.Wall:0.0##} ms; {baselineName}: {theirs.Wall:0.0##} ms)"));
        return (ours.Wall, theirs.Wall);
    }

    /// <summary>Bytes that an action allocates on all threads.</summary>
    public static long Allocated(Action action)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    public static void Report(string what, string figure) => Console.WriteLine($"  {what,-46} {figure}");
}
